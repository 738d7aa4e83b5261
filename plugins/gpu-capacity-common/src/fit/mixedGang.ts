import type { PodShape } from '../model';
import { usageWith, type ClusterState, type NodeUsage } from '../state';
import type { ClaimEvaluator } from './ClaimEvaluator';
import { fitOn, usageSeenBy } from './fitNode';
import type { NodeSlots } from './fit';

/** Pods of one shape that start together with others. @public */
export interface GangPart {
  readonly name: string;
  readonly shape: PodShape;
  readonly count: number;
}

/**
 * What was found for pods of several shapes that must run together.
 *
 * @remarks
 * Placing them is bin packing. `fits` is certain: the places are named. `not-found` means that placing the largest
 * first found no room for all; another order might.
 *
 * @public
 */
export interface MixedGangAnswer {
  readonly status: 'fits' | 'not-found';
  readonly parts: ReadonlyArray<{
    readonly name: string;
    readonly count: number;
    readonly placed: number;
    readonly nodes: readonly NodeSlots[];
  }>;
}

/**
 * Places pods of several shapes, the largest first, each on the first node that takes it: a Ray head with its workers,
 * a leader with its workers. What is placed is a lower bound.
 *
 * @public
 */
export function fitMixedGang(
  cluster: ClusterState,
  parts: readonly GangPart[],
  options: { readonly claims?: ClaimEvaluator } = {},
): MixedGangAnswer {
  const states = [...cluster.nodes()];
  const taken = new Map<string, NodeUsage>();
  const claimed = new Set<string>();
  const placed = new Map<GangPart, readonly NodeSlots[]>();
  for (const part of [...parts].sort(largestFirst)) {
    let left = part.count;
    const nodes: NodeSlots[] = [];
    for (const state of states) {
      if (left === 0) break;
      const { name } = state.node;
      // Which devices are left after another part took some by claims is not followed: no second part goes there.
      const concerned = options.claims?.isConcerned(part.shape, state.node);
      if (concerned && claimed.has(name)) continue;
      const usage = taken.get(name) ?? usageSeenBy(part.shape, state);
      const answer = fitOn(part.shape, state, usage, {
        ...options,
        atMost: left,
      });
      if (answer.status !== 'fits' || answer.slots === 0) continue;
      if (concerned) claimed.add(name);
      taken.set(name, usageWith(usage, part.shape, answer.slots));
      nodes.push({ node: name, slots: answer.slots });
      left -= answer.slots;
    }
    placed.set(part, nodes);
  }
  const answers = parts.map(part => {
    const nodes = placed.get(part) ?? [];
    return {
      name: part.name,
      count: part.count,
      placed: nodes.reduce((sum, { slots }) => sum + slots, 0),
      nodes,
    };
  });
  return {
    status: answers.every(({ count, placed: found }) => found >= count)
      ? 'fits'
      : 'not-found',
    parts: answers,
  };
}

/** By accelerators first, as they are what is scarce, then by CPU and memory. */
function largestFirst(a: GangPart, b: GangPart): number {
  const extended = ({ shape }: GangPart) =>
    Object.entries(shape.requests)
      .filter(([resource]) => resource.includes('/'))
      .reduce((sum, [, amount]) => sum + amount, 0);
  const of = (resource: string) => (part: GangPart) =>
    part.shape.requests[resource] ?? 0;
  return (
    [extended, of('cpu'), of('memory')]
      .map(size => size(b) - size(a))
      .find(difference => difference !== 0) ?? 0
  );
}
