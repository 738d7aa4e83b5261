import { matchesAnyGlob } from '../glob';
import type { Labels } from '../labelSelector';
import { certain, type CoverageTest } from './Coverage';

/** Tests for namespaces by patterns of their names. Clusters have few namespaces and many workloads: answers are kept. */
export function inNamespaces(patterns: readonly string[]): CoverageTest {
  const known = new Map<string, boolean>();
  return certain(({ namespace }) => {
    const covered = known.get(namespace) ?? matchesAnyGlob(patterns, namespace);
    known.set(namespace, covered);
    return covered;
  });
}

/** Tests for namespaces by their labels; where these could not be read, nobody knows. */
export function inSelectedNamespaces(
  selects: (labels: Labels) => boolean,
): CoverageTest {
  return ({ namespaceLabels }) => {
    if (!namespaceLabels) {
      return 'maybe';
    }
    return selects(namespaceLabels) ? 'yes' : 'no';
  };
}
