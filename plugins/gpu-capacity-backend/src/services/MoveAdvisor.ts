import {
  whatMustMove,
  type MoveAdvice,
  type NodeState,
  type PodShape,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from './ClusterCapacity';

/** How long advice is given again without looking anew: a page asks every few seconds. */
const MAX_AGE_MS = 10_000;
const MAX_ENTRIES = 200;

interface Entry {
  readonly advice: MoveAdvice;
  readonly at: number;
}

/** Looks for pods that would have to move, and remembers for a moment what it found. */
export class MoveAdvisor {
  readonly #known = new Map<string, Entry>();

  advise(
    cluster: ClusterView,
    shape: PodShape,
    options: {
      readonly among?: readonly NodeState[];
      readonly now?: number;
    } = {},
  ): MoveAdvice {
    const { among, now = Date.now() } = options;
    const key = JSON.stringify([
      cluster.name,
      shape,
      among?.map(({ node }) => node.name),
    ]);
    const known = this.#known.get(key);
    if (known && now - known.at < MAX_AGE_MS) return known.advice;
    const members = among && new Set(among.map(({ node }) => node.name));
    const advice = whatMustMove(cluster.state, shape, {
      budgets: [...cluster.budgets.items.values()],
      among: members && (({ node }) => members.has(node.name)),
    });
    if (this.#known.size >= MAX_ENTRIES) this.#known.clear();
    this.#known.set(key, { advice, at: now });
    return advice;
  }
}
