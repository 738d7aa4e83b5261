import type { ClusterNode, PodShape } from '../model';
import { firstRefusal } from '../fit/filters';
import { wantedAmounts } from '../fit/wantedAmounts';
import { usageWith, type NodeUsage } from '../state';
import type { MovablePod } from './movablePods';

/** What is looked for on one node. */
export interface VictimSearch {
  readonly shape: PodShape;
  readonly node: ClusterNode;
  readonly usage: NodeUsage;
  readonly candidates: readonly MovablePod[];
  /** Sets of more pods than these are not looked at. */
  readonly atMost: number;
  /** How many sets may be looked at, over all calls that share it. */
  readonly effort: { left: number };
}

/** Lowest number of pods that could do, whatever pods they are; `undefined`: not even all of them. */
export function fewestVictims(search: VictimSearch): number | undefined {
  let fewest = 1;
  for (const { resource } of wantedAmounts(search.shape)) {
    const missing = missingOf(search, resource);
    if (missing <= 0) continue;
    const sizes = search.candidates
      .map(({ pod }) => pod.shape.requests[resource] ?? 0)
      .sort((a, b) => b - a);
    let sum = 0;
    let count = 0;
    while (sum < missing && count < sizes.length) {
      sum += sizes[count];
      count += 1;
    }
    if (sum < missing) return undefined;
    fewest = Math.max(fewest, count);
  }
  return fewest;
}

/**
 * Sets of exactly `size` pods without which the shape finds room on the node, within the budgets. Each set is named
 * once.
 */
export function* victimSets(
  search: VictimSearch,
  size: number,
): Generator<readonly MovablePod[]> {
  yield* extended(search, { from: 0, chosen: [], usage: search.usage, size });
}

function* extended(
  search: VictimSearch,
  state: {
    readonly from: number;
    readonly chosen: readonly MovablePod[];
    readonly usage: NodeUsage;
    readonly size: number;
  },
): Generator<readonly MovablePod[]> {
  const { from, chosen, usage, size } = state;
  if (search.effort.left <= 0) return;
  search.effort.left -= 1;
  if (chosen.length === size) {
    if (!firstRefusal(search.shape, search.node, usage)) yield chosen;
    return;
  }
  if (!isWithinReach(search, state)) return;
  for (let index = from; index < search.candidates.length; index += 1) {
    const candidate = search.candidates[index];
    // Of pods that are alike the first ones are taken: the others would make the same room.
    if (index > from && isAlike(candidate, search.candidates[index - 1])) {
      continue;
    }
    if (!isWithinBudget(candidate, chosen)) continue;
    yield* extended(search, {
      from: index + 1,
      chosen: [...chosen, candidate],
      usage: usageWith(usage, candidate.pod.shape, -1),
      size,
    });
  }
}

function isWithinBudget(
  { budget }: MovablePod,
  chosen: readonly MovablePod[],
): boolean {
  return (
    budget === undefined ||
    chosen.filter(other => other.budget === budget).length <
      budget.disruptionsAllowed
  );
}

function isAlike(a: MovablePod, b: MovablePod): boolean {
  return a.pod.shape === b.pod.shape && a.budget === b.budget;
}

/** Whether the largest pods that are left could still make the room that is missing. */
function isWithinReach(
  { shape, node, candidates }: VictimSearch,
  state: {
    readonly from: number;
    readonly chosen: readonly MovablePod[];
    readonly usage: NodeUsage;
    readonly size: number;
  },
): boolean {
  const picks = state.size - state.chosen.length;
  if (candidates.length - state.from < picks) return false;
  for (const { resource } of wantedAmounts(shape)) {
    const missing = missingFrom(shape, node, state.usage, resource);
    if (missing <= 0) continue;
    if (largest(candidates, state.from, picks, resource) < missing) {
      return false;
    }
  }
  return true;
}

/** Sum of the `count` largest amounts among the candidates from an index on. */
function largest(
  candidates: readonly MovablePod[],
  from: number,
  count: number,
  resource: string,
): number {
  const top: number[] = [];
  for (let index = from; index < candidates.length; index += 1) {
    const amount = candidates[index].pod.shape.requests[resource] ?? 0;
    if (top.length < count) {
      top.push(amount);
      top.sort((a, b) => b - a);
    } else if (amount > top[count - 1]) {
      top[count - 1] = amount;
      top.sort((a, b) => b - a);
    }
  }
  return top.reduce((sum, amount) => sum + amount, 0);
}

function missingOf(search: VictimSearch, resource: string): number {
  return missingFrom(search.shape, search.node, search.usage, resource);
}

function missingFrom(
  shape: PodShape,
  node: ClusterNode,
  usage: NodeUsage,
  resource: string,
): number {
  const requested = shape.requests[resource];
  if (requested <= 0) return 0;
  return (
    requested -
    ((node.allocatable[resource] ?? 0) - (usage.requested[resource] ?? 0))
  );
}
