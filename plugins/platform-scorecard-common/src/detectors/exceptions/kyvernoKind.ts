import { matchesGlob } from '../glob';
import { certain, type CoverageTest } from './Coverage';

const VERSION = /^(v\d+((alpha|beta)\d+)?|\*)$/;

interface KindSelector {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly subresource: string;
}

/**
 * Reads `Kind`, `version/Kind`, `group/version/Kind`, each with a subresource or without.
 *
 * @see kyverno/kyverno pkg/utils/kube/kind.go, ParseKindSelector
 */
export function parseKindSelector(text: string): KindSelector | undefined {
  const slashed = text.split('/');
  const parts = [
    ...slashed.slice(0, -1),
    ...slashed[slashed.length - 1].split('.'),
  ];
  const [first, second = '', third = '', fourth = ''] = parts;
  const anywhere = { group: '*', version: '*' };
  switch (parts.length) {
    case 1:
      return { ...anywhere, kind: first, subresource: '' };
    case 2:
      if (first === '*' && second === '*') {
        return { ...anywhere, kind: '*', subresource: '*' };
      }
      if (first === '*' && second === second.toLowerCase()) {
        return { ...anywhere, kind: '*', subresource: second };
      }
      return VERSION.test(first)
        ? { group: '*', version: first, kind: second, subresource: '' }
        : { ...anywhere, kind: first, subresource: second };
    case 3:
      return VERSION.test(first)
        ? { group: '*', version: first, kind: second, subresource: third }
        : { group: first, version: second, kind: third, subresource: '' };
    case 4:
      return {
        group: first,
        version: second,
        kind: third,
        subresource: fourth,
      };
    default:
      return undefined;
  }
}

/** Tests for kinds by selectors of Kyverno; what selects only a subresource selects no object. */
export function selectsKinds(texts: readonly string[]): CoverageTest {
  const selectors = texts.flatMap(text => parseKindSelector(text) ?? []);
  return certain(({ group, version, kind }) =>
    selectors.some(
      selector =>
        matchesGlob(selector.kind, kind) &&
        matchesGlob(selector.group, group) &&
        matchesGlob(selector.version, version) &&
        matchesGlob(selector.subresource, ''),
    ),
  );
}
