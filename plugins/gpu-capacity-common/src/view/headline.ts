import type { GroupView, PodView, PoolCapacity } from './gpuCapacity';

/**
 * Name of a group for people.
 *
 * @public
 */
export function groupName(
  group: Pick<GroupView, 'product' | 'resource' | 'kind'>,
): string {
  const product = group.product ?? 'unknown product';
  return group.kind === 'device' ? product : `${product}, ${group.resource}`;
}

/**
 * The first sentence of a pool's page: how much is held and free, and what one pod can get at best.
 *
 * @public
 */
export function poolHeadline(
  pool: Pick<PoolCapacity, 'groups' | 'nodes' | 'pods'>,
): string {
  if (pool.nodes.freshness.status === 'unobserved') {
    return 'What this pool has cannot be said: its nodes are not observed.';
  }
  if (pool.groups.length === 0) {
    return pool.nodes.freshness.status === 'live'
      ? 'No node of this pool has accelerators.'
      : 'What this pool has is not known yet.';
  }
  if (!isObserved(pool.pods)) {
    return `${pool.groups
      .map(group => `${group.capacity} ${groupName(group)}`)
      .join(', ')}; how many are held is unknown: the pods are not observed.`;
  }
  const [first, ...others] = [...pool.groups].sort(
    (a, b) => b.capacity - a.capacity,
  );
  const rest =
    others.length === 0
      ? ''
      : ` ${others.length} other ${
          others.length === 1 ? 'kind' : 'kinds'
        } below.`;
  return `${first.held} of ${first.capacity} ${groupName(
    first,
  )} are held; ${freeSentence(first)}${rest}`;
}

/**
 * The first sentence of a component's page: what its pods hold.
 *
 * @public
 */
export function workloadHeadline(pods: readonly PodView[]): string {
  const holding = pods.filter(
    pod => pod.holding === 'held' || pod.holding === 'releasing',
  );
  const waiting = pods.length - holding.length;
  const waitingSentence =
    waiting === 0
      ? ''
      : ` ${waiting} ${waiting === 1 ? 'pod waits' : 'pods wait'} for more.`;
  if (holding.length === 0) {
    return `Its pods hold no accelerators.${waitingSentence}`;
  }
  const units = new Map<string, number>();
  for (const pod of holding) {
    for (const [resource, count] of Object.entries(pod.accelerators)) {
      const name = pod.product ? `${pod.product} (${resource})` : resource;
      units.set(name, (units.get(name) ?? 0) + count);
    }
  }
  const sum = [...units].map(([name, count]) => `${count} × ${name}`);
  return `Its pods hold ${sum.join(', ')}.${waitingSentence}`;
}

function freeSentence({ free, largestFree, nodes }: GroupView): string {
  if (free === 0) return 'none is free.';
  if (nodes === 1 || free === largestFree)
    return `${free} are free on one node.`;
  return `${free} are free, at most ${largestFree} of them on one node.`;
}

function isObserved(part: PoolCapacity['pods']): boolean {
  return ['live', 'stale'].includes(part.freshness.status);
}
