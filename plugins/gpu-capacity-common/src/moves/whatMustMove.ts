import { STATIC_FILTERS, firstRefusal } from '../fit/filters';
import { usageSeenBy } from '../fit/fitNode';
import { shortagesOf } from '../fit/nodeResources';
import { wantedAmounts } from '../fit/wantedAmounts';
import type { ClusterPod, PodShape } from '../model';
import type { ClusterState, NodeState, NodeUsage } from '../state';
import type { DisruptionBudget } from './DisruptionBudget';
import { movablePods, type MovablePod } from './movablePods';
import { RefitSearch, type Move } from './RefitSearch';
import { fewestVictims, victimSets, type VictimSearch } from './victimSets';

/**
 * Pods of one node without which a shape would find room there.
 *
 * @public
 */
export interface MoveOption {
  readonly node: string;
  readonly pods: readonly ClusterPod[];
  /** Where they would go; absent where not all of them find a place. */
  readonly moves: readonly Move[] | undefined;
}

/**
 * What would have to move so that one pod of a shape fits. Advice: nothing is ever moved.
 *
 * @public
 */
export interface MoveAdvice {
  /** A shape that fits needs no move. */
  readonly fits: boolean;
  /** The smallest set of pods of which all find a place elsewhere. */
  readonly move: MoveOption | undefined;
  /** The smallest set of pods of a lower priority, which the scheduler could evict; they may find no other place. */
  readonly preempt: MoveOption | undefined;
  /** False where the search stopped before all was tried: there may be more. */
  readonly exhaustive: boolean;
}

/**
 * @public
 */
export interface WhatMustMoveOptions {
  readonly budgets?: readonly DisruptionBudget[];
  readonly among?: (state: NodeState) => boolean;
  /** Sets of more pods than these are not looked at; 8 by default. */
  readonly atMost?: number;
  /** How many sets and how many placements are looked at; 100 000 by default. */
  readonly effort?: number;
}

const MAX_PODS = 8;
const EFFORT = 100_000;

/** A set of pods without which the shape finds room, and what it is compared by. */
interface Found {
  readonly search: VictimSearch;
  readonly victims: readonly MovablePod[];
  readonly priority: number;
  readonly devices: number;
  readonly createdAt: number;
}

/**
 * Looks for the smallest set of pods that would have to leave one node. Among sets of a size the one with the lowest
 * priority is taken, then the one with the fewest devices, then the one with the youngest pods.
 *
 * @public
 */
export function whatMustMove(
  cluster: ClusterState,
  shape: PodShape,
  options: WhatMustMoveOptions = {},
): MoveAdvice {
  const { budgets = [], among, atMost = MAX_PODS, effort = EFFORT } = options;
  const nodes = [...cluster.nodes()];
  const left = { left: effort };
  const searches: Array<{ search: VictimSearch; fewest: number }> = [];
  for (const state of nodes) {
    if (among && !among(state)) continue;
    if (!isPossible(shape, state)) continue;
    const usage = usageSeenBy(shape, state);
    if (!firstRefusal(shape, state.node, usage)) {
      return {
        fits: true,
        move: undefined,
        preempt: undefined,
        exhaustive: true,
      };
    }
    const search: VictimSearch = {
      shape,
      node: state.node,
      usage,
      candidates: ordered(
        movablePods(shape, ...inTheWay(shape, state, { usage, budgets })),
      ),
      atMost,
      effort: left,
    };
    const fewest = fewestVictims(search);
    if (fewest !== undefined && fewest <= atMost) {
      searches.push({ search, fewest });
    }
  }
  const refit = RefitSearch.create({ nodes, effort });
  let move: MoveOption | undefined;
  let preempt: MoveOption | undefined;
  for (let size = 1; size <= atMost && !move; size += 1) {
    const found = searches
      .filter(({ fewest }) => fewest <= size)
      .flatMap(({ search }) =>
        Array.from(victimSets(search, size), victims =>
          foundSet(search, victims),
        ),
      )
      .sort(bestFirst);
    move = firstMove(found, refit);
    preempt ??= firstPreemption(found, shape, refit);
  }
  return {
    fits: false,
    move,
    preempt,
    exhaustive: left.left > 0 && !refit.isExhausted,
  };
}

/** Whether the node would take the shape if it were empty. */
function isPossible(shape: PodShape, { node, usage }: NodeState): boolean {
  return (
    wantedAmounts(shape).every(
      ({ resource, requested }) =>
        (node.allocatable[resource] ?? 0) >= requested,
    ) && !firstRefusal(shape, node, usage, STATIC_FILTERS)
  );
}

/** The pods that help by leaving: only those that hold something of what is short. */
function inTheWay(
  shape: PodShape,
  { node, pods, extended }: NodeState,
  options: {
    readonly usage: NodeUsage;
    readonly budgets: readonly DisruptionBudget[];
  },
): readonly [
  ReadonlyMap<string, ClusterPod>,
  Parameters<typeof movablePods>[2],
] {
  const { usage, budgets } = options;
  if (shape.hostPorts.length > 0) return [pods, { budgets, helps: () => true }];
  const short = shortagesOf(shape, node, usage).map(({ resource }) => resource);
  const isExtended = short.every(resource => resource.includes('/'));
  return [
    isExtended ? extended : pods,
    {
      budgets,
      helps: pod =>
        short.some(
          resource =>
            resource === 'pods' || (pod.shape.requests[resource] ?? 0) > 0,
        ),
    },
  ];
}

/** Pods of one shape and budget side by side, the youngest first. */
function ordered(pods: readonly MovablePod[]): readonly MovablePod[] {
  const places = new Map<PodShape, number>();
  for (const { pod } of pods) {
    if (!places.has(pod.shape)) places.set(pod.shape, places.size);
  }
  return [...pods].sort(
    (a, b) =>
      (places.get(a.pod.shape) ?? 0) - (places.get(b.pod.shape) ?? 0) ||
      inOrder(a.budget?.name ?? '', b.budget?.name ?? '') ||
      b.pod.createdAt - a.pod.createdAt ||
      inOrder(a.key, b.key),
  );
}

/** Of code units: the order need only be the same each time. */
function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function foundSet(search: VictimSearch, victims: readonly MovablePod[]): Found {
  return {
    search,
    victims,
    priority: Math.max(...victims.map(({ pod }) => pod.shape.priority)),
    devices: sum(victims, ({ pod }) => devicesOf(pod.shape)),
    createdAt: sum(victims, ({ pod }) => pod.createdAt),
  };
}

/** The lowest priority, the fewest devices, the youngest pods. */
function bestFirst(a: Found, b: Found): number {
  return (
    a.priority - b.priority ||
    a.devices - b.devices ||
    b.createdAt - a.createdAt ||
    inOrder(a.search.node.name, b.search.node.name)
  );
}

function firstMove(
  found: readonly Found[],
  refit: RefitSearch,
): MoveOption | undefined {
  for (const { search, victims } of found) {
    const pods = victims.map(({ pod }) => pod);
    const moves = refit.find(pods, search.node.name);
    if (moves) return { node: search.node.name, pods, moves };
  }
  return undefined;
}

function firstPreemption(
  found: readonly Found[],
  shape: PodShape,
  refit: RefitSearch,
): MoveOption | undefined {
  const best = found.find(({ victims }) =>
    victims.every(({ pod }) => pod.shape.priority < shape.priority),
  );
  if (!best) return undefined;
  const pods = best.victims.map(({ pod }) => pod);
  const node = best.search.node.name;
  return { node, pods, moves: refit.find(pods, node) };
}

const devices = new WeakMap<PodShape, number>();

/** Units of all extended resources; worked out once for a shape, as thousands of sets hold pods of the same one. */
function devicesOf(shape: PodShape): number {
  const known = devices.get(shape);
  if (known !== undefined) return known;
  const units = Object.entries(shape.requests)
    .filter(([resource]) => resource.includes('/'))
    .reduce((total, [, amount]) => total + amount, 0);
  devices.set(shape, units);
  return units;
}

function sum(
  victims: readonly MovablePod[],
  of: (victim: MovablePod) => number,
): number {
  return victims.reduce((total, victim) => total + of(victim), 0);
}
