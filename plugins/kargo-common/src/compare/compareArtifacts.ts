import type { Artifacts } from '../model/artifacts';
import type { ArtifactChange } from './freightComparison';

/** Finds where the commits between two are shown; `undefined` where they are not. */
export type CompareUrl = (
  repoURL: string,
  from: string,
  to: string,
) => string | undefined;

interface Item {
  readonly type: ArtifactChange['type'];
  readonly name: string;
  readonly version: string;
  readonly id: string | undefined;
}

const SHORT_HASH = 7;

/**
 * What differs between two sets of artifacts. Images are the same where their digests are, whatever their tags say.
 *
 * @public
 */
export function compareArtifacts(
  from: Artifacts,
  to: Artifacts,
  compareUrl: CompareUrl,
): ArtifactChange[] {
  const before = byName(from);
  const after = byName(to);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap(name => {
    const left = before.get(name);
    const right = after.get(name);
    const item = right ?? left;
    if (!item) return [];
    const change = changeBetween(left, right);
    return {
      type: item.type,
      name: item.name,
      change,
      from: left?.version,
      to: right?.version,
      fromId: left?.id,
      toId: right?.id,
      url:
        change === 'changed' && left?.id && right?.id && item.type === 'commit'
          ? compareUrl(item.name, left.id, right.id)
          : undefined,
    };
  });
}

/**
 * A comparison in a sentence.
 *
 * @public
 */
export function comparisonSummary(changes: readonly ArtifactChange[]): string {
  const different = changes.filter(({ change }) => change !== 'same');
  if (changes.length === 0) return 'Neither side carries anything.';
  if (different.length === 0) return 'Both sides carry the same.';
  const count = (type: ArtifactChange['type']) =>
    different.filter(item => item.type === type).length;
  const parts = [
    plural(count('image'), 'image'),
    plural(count('chart'), 'chart'),
    plural(count('commit'), 'repository', 'repositories'),
    plural(count('other'), 'other artifact'),
  ].filter(part => part !== undefined);
  return `${parts.join(', ')} of ${changes.length} artifacts differ.`;
}

function plural(
  count: number,
  one: string,
  many = `${one}s`,
): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${count === 1 ? one : many}`;
}

function changeBetween(
  left: Item | undefined,
  right: Item | undefined,
): ArtifactChange['change'] {
  if (!left) return 'added';
  if (!right) return 'removed';
  const isSame =
    left.id !== undefined && right.id !== undefined
      ? left.id === right.id
      : left.version === right.version;
  return isSame ? 'same' : 'changed';
}

function byName(artifacts: Artifacts): Map<string, Item> {
  const items: Item[] = [
    ...artifacts.images.map(({ repoURL, tag, digest }) => ({
      type: 'image' as const,
      name: repoURL,
      version: tag ?? digest ?? 'unknown',
      id: digest,
    })),
    ...artifacts.charts.map(({ repoURL, name, version }) => ({
      type: 'chart' as const,
      name: name ? `${repoURL}/${name}` : repoURL,
      version,
      id: undefined,
    })),
    ...artifacts.commits.map(({ repoURL, id, tag }) => ({
      type: 'commit' as const,
      name: repoURL,
      version: tag ?? id.slice(0, SHORT_HASH),
      id,
    })),
    ...artifacts.others.map(({ subscriptionName, artifactType, version }) => ({
      type: 'other' as const,
      name: subscriptionName ?? artifactType ?? 'unknown',
      version,
      id: undefined,
    })),
  ];
  return new Map(items.map(item => [`${item.type} ${item.name}`, item]));
}
