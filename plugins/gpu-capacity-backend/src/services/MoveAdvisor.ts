import {
  whatMustMove,
  type MoveAdvice,
  type NodeState,
  type PodShape,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from './ClusterCapacity';
import { RecentAnswers } from './RecentAnswers';

/** Looks for pods that would have to move, and remembers for a moment what it found. */
export class MoveAdvisor {
  readonly #answers = new RecentAnswers<MoveAdvice>({ maxAgeMs: 10_000 });

  advise(
    cluster: ClusterView,
    shape: PodShape,
    options: {
      readonly among?: readonly NodeState[];
      readonly now?: number;
    } = {},
  ): MoveAdvice {
    const { among, now } = options;
    const names = among?.map(({ node }) => node.name);
    const members = names && new Set(names);
    return this.#answers.get(
      JSON.stringify([cluster.name, shape, names]),
      () =>
        whatMustMove(cluster.state, shape, {
          budgets: [...cluster.budgets.items.values()],
          among: members && (({ node }) => members.has(node.name)),
        }),
      now,
    );
  }
}
