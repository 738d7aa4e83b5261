import { objectKey, type KubernetesObjectRef } from '../KubernetesObjectRef';
import { worstSeverity, type ChangeSeverity } from './changeSeverity';
import type { OutOfBandChange } from './OutOfBandFindings';

/** Changes of one object by one manager that are closer than this are one going around. */
const EPISODE_GAP_MS = 30 * 60 * 1000;

/**
 * Changes of one object by one manager in one go. Times are ISO 8601 in UTC.
 *
 * @public
 */
export interface BypassEpisode {
  /** That of its first change. */
  readonly id: string;
  readonly object: KubernetesObjectRef;
  readonly manager: string;
  readonly from: string;
  readonly until: string;
  /** `operational` where it holds restarts only. */
  readonly class: OutOfBandChange['class'];
  readonly severity: ChangeSeverity;
  readonly paths: readonly string[];
  /** Ids of its changes, the first one first. */
  readonly changes: readonly string[];
}

/**
 * Changes as episodes: one object, one manager, no gap of more than 30 minutes. Order and repetition change nothing. A
 * change without a time counts when it was first observed.
 *
 * @param changes - of any objects; of one that comes twice, the one that was observed first counts
 *
 * @public
 */
export function bypassEpisodes(
  changes: readonly OutOfBandChange[],
): BypassEpisode[] {
  const byId = new Map<string, OutOfBandChange>();
  for (const change of changes) {
    const known = byId.get(change.id);
    if (!known || change.observedAt < known.observedAt) {
      byId.set(change.id, change);
    }
  }
  const bySeries = new Map<string, OutOfBandChange[]>();
  for (const change of byId.values()) {
    const series = seriesKey(change);
    bySeries.set(series, [...(bySeries.get(series) ?? []), change]);
  }
  return Array.from(bySeries.values())
    .flatMap(series => cut(series).map(episodeOf))
    .sort((a, b) => compareText(a.from, b.from) || compareText(a.id, b.id));
}

function seriesKey({ object, manager }: OutOfBandChange): string {
  return JSON.stringify([objectKey(object), manager]);
}

function timeOf({ time, observedAt }: OutOfBandChange): string {
  return time ?? observedAt;
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** Cuts a series where the gap is too long. */
function cut(series: readonly OutOfBandChange[]): OutOfBandChange[][] {
  const sorted = Array.from(series).sort(
    (a, b) => compareText(timeOf(a), timeOf(b)) || compareText(a.id, b.id),
  );
  const runs: OutOfBandChange[][] = [];
  let last = -Infinity;
  for (const change of sorted) {
    const at = Date.parse(timeOf(change));
    if (at - last > EPISODE_GAP_MS) {
      runs.push([]);
    }
    runs.at(-1)?.push(change);
    last = at;
  }
  return runs;
}

function episodeOf(changes: readonly OutOfBandChange[]): BypassEpisode {
  const [first] = changes;
  const last = changes[changes.length - 1];
  return {
    id: first.id,
    object: first.object,
    manager: first.manager,
    from: timeOf(first),
    until: timeOf(last),
    class: changes.some(change => change.class === 'out-of-band')
      ? 'out-of-band'
      : 'operational',
    severity: worstSeverity(changes.map(({ severity }) => severity)),
    paths: Array.from(new Set(changes.flatMap(({ paths }) => paths))),
    changes: changes.map(({ id }) => id),
  };
}
