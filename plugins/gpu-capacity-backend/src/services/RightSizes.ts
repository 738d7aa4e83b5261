import type {
  AcceleratorRegistry,
  RightSizeView,
} from '@fairway/plugin-gpu-capacity-common';
import { rightSizeGroups } from '../domain/rightSizeGroups';
import { rightSizeQuestion } from '../domain/rightSizeQuestion';
import { rightSizeView } from '../domain/rightSizeView';
import { podsOf, type WorkloadScope } from '../domain/workloadCapacity';
import type { DeviceMetrics } from '../prometheus';
import type { ClusterView } from './ClusterCapacity';
import { PodUses } from './PodUses';

/** Finds out whether parts of cards would be enough for the pods of a component. */
export class RightSizes {
  readonly #registry: AcceleratorRegistry;
  readonly #uses: PodUses;

  constructor(options: {
    readonly registry: AcceleratorRegistry;
    readonly metrics: Pick<DeviceMetrics, 'podUse'>;
  }) {
    this.#registry = options.registry;
    this.#uses = new PodUses({
      read: pod => options.metrics.podUse(pod.cluster, pod),
    });
  }

  async of(
    scope: WorkloadScope,
    clusters: readonly ClusterView[],
    options: { readonly mayName: boolean; readonly now?: number },
  ): Promise<readonly RightSizeView[]> {
    const { mayName, now = Date.now() } = options;
    const found = clusters.flatMap(cluster =>
      rightSizeGroups(cluster, podsOf(scope, cluster), this.#registry).map(
        group => ({
          group,
          question: rightSizeQuestion(group, now),
          cluster,
        }),
      ),
    );
    const uses = await this.#uses.of(
      found.flatMap(({ question }) => ('ask' in question ? question.ask : [])),
    );
    return found.map(({ group, question, cluster }) =>
      rightSizeView({
        group,
        question,
        uses,
        nodes: cluster.state.nodes(),
        mayName,
      }),
    );
  }
}
