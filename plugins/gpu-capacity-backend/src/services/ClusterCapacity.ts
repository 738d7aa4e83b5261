import { setImmediate } from 'node:timers/promises';
import type {
  ClusterResourcesService,
  ResourceChange,
  ResourceObservation,
  ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import {
  ClusterState,
  blackHoleNodes,
  type AcceleratorRegistry,
  type BlackHoleNode,
  type ClusterNode,
  type ClusterPod,
  type DisruptionBudget,
  type FailedPod,
  type NodeLedger,
  type ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import { ClusterDemand, type SeenShapesOf } from './ClusterDemand';
import { ClusterLedgers } from './ClusterLedgers';
import {
  budgetProjection,
  failedPodProjection,
  nodeProjection,
  podProjection,
} from './projections';

/** What is known of a cluster now. */
export interface ClusterView {
  readonly name: string;
  readonly title: string | undefined;
  readonly state: ClusterState;
  readonly ledgers: ReadonlyMap<string, NodeLedger>;
  readonly nodes: ResourceSnapshot<ClusterNode>;
  readonly pods: ResourceSnapshot<ClusterPod>;
  readonly budgets: ResourceSnapshot<DisruptionBudget>;
  /** Shapes with accelerators that are in use or were seen before, by the number of pods. */
  readonly demand: readonly ShapeDemand[];
  /** Shapes with accelerators of the pods that are there now. */
  readonly present: readonly ShapeDemand[];
  /** Nodes that refuse the pods they get. */
  readonly blackHoles: readonly BlackHoleNode[];
}

// Ended pods hold nothing, and a cluster can keep many of them.
const NOT_ENDED = 'status.phase!=Succeeded,status.phase!=Failed';
// Their own list: those that failed are few, and what is kept of them is next to nothing.
const FAILED = 'status.phase=Failed';
const CORE = { group: '', apiVersion: 'v1' } as const;

/** Watches one cluster and keeps what it has and holds joined, change by change. */
export class ClusterCapacity {
  static observe(options: {
    readonly cluster: { readonly name: string; readonly title?: string };
    readonly clusterResources: ClusterResourcesService;
    readonly registry: AcceleratorRegistry;
    /** Shapes that were seen before. */
    readonly seenShapes?: SeenShapesOf;
  }): ClusterCapacity {
    const { cluster, clusterResources, registry } = options;
    const { name } = cluster;
    return new ClusterCapacity({
      ...options,
      nodes: clusterResources.observe(
        { cluster: name, resource: { ...CORE, plural: 'nodes' } },
        nodeProjection(registry),
      ),
      pods: clusterResources.observe(
        {
          cluster: name,
          resource: { ...CORE, plural: 'pods' },
          fieldSelector: NOT_ENDED,
        },
        podProjection(),
      ),
      failedPods: clusterResources.observe(
        {
          cluster: name,
          resource: { ...CORE, plural: 'pods' },
          fieldSelector: FAILED,
        },
        failedPodProjection,
      ),
      budgets: clusterResources.observe(
        {
          cluster: name,
          resource: {
            group: 'policy',
            apiVersion: 'v1',
            plural: 'poddisruptionbudgets',
          },
        },
        budgetProjection,
      ),
    });
  }

  readonly #cluster: { readonly name: string; readonly title?: string };
  readonly #nodes: ResourceObservation<ClusterNode>;
  readonly #pods: ResourceObservation<ClusterPod>;
  readonly #budgets: ResourceObservation<DisruptionBudget>;
  readonly #failedPods: ResourceObservation<FailedPod>;
  readonly #state = ClusterState.create();
  readonly #ledgers: ClusterLedgers;
  readonly #demand: ClusterDemand;
  readonly #unsubscribe: ReadonlyArray<() => void>;

  private constructor(options: {
    readonly cluster: { readonly name: string; readonly title?: string };
    readonly registry: AcceleratorRegistry;
    readonly seenShapes?: SeenShapesOf;
    readonly nodes: ResourceObservation<ClusterNode>;
    readonly pods: ResourceObservation<ClusterPod>;
    readonly budgets: ResourceObservation<DisruptionBudget>;
    readonly failedPods: ResourceObservation<FailedPod>;
  }) {
    this.#cluster = options.cluster;
    this.#nodes = options.nodes;
    this.#pods = options.pods;
    this.#budgets = options.budgets;
    this.#failedPods = options.failedPods;
    this.#demand = new ClusterDemand({
      state: this.#state,
      registry: options.registry,
      seen: options.seenShapes,
    });
    this.#ledgers = new ClusterLedgers(this.#state, {
      registry: options.registry,
      podsObserved: false,
    });
    // What was there before is taken now, what comes later is told: both in one turn, so that nothing is missed.
    this.#unsubscribe = [
      options.nodes.subscribe(changes => this.#putNodes(changes)),
      options.pods.subscribe(changes => this.#putPods(changes)),
    ];
    this.#putNodes(asChanges(options.nodes.snapshot()));
    this.#putPods(asChanges(options.pods.snapshot()));
  }

  /** What is known now, without waiting. */
  view(): ClusterView {
    const pods = this.#pods.snapshot();
    const demand = this.#demand.current();
    this.#ledgers.setContext({
      podsObserved: ['live', 'stale'].includes(pods.state.status),
      usableUnits: demand.usableUnits,
    });
    return {
      name: this.#cluster.name,
      title: this.#cluster.title,
      state: this.#state,
      ledgers: this.#ledgers.current(),
      nodes: this.#nodes.snapshot(),
      pods,
      budgets: this.#budgets.snapshot(),
      demand: demand.shapes,
      present: demand.present,
      blackHoles: blackHoleNodes(this.#failedPods.snapshot().items.values(), {
        now: Date.now(),
      }),
    };
  }

  /** What is known when the first answers are there, or when the time is over. */
  async settled(options: { readonly timeoutMs: number }): Promise<ClusterView> {
    await Promise.all(
      [this.#nodes, this.#pods, this.#budgets].map(part =>
        part.settled(options),
      ),
    );
    // Changes are told in the turn after the one in which a part settles.
    await setImmediate();
    return this.view();
  }

  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    for (const part of [
      this.#nodes,
      this.#pods,
      this.#budgets,
      this.#failedPods,
    ]) {
      part.close();
    }
  }

  #putNodes(changes: ReadonlyArray<ResourceChange<ClusterNode>>): void {
    for (const { key, after } of changes) {
      if (after) this.#state.putNode(after);
      else this.#state.removeNode(key);
    }
  }

  #putPods(changes: ReadonlyArray<ResourceChange<ClusterPod>>): void {
    for (const { key, after } of changes) {
      if (after) this.#state.putPod(key, after);
      else this.#state.removePod(key);
    }
  }
}

function asChanges<T>({
  items,
}: ResourceSnapshot<T>): ReadonlyArray<ResourceChange<T>> {
  return [...items].map(([key, after]) => ({ key, before: undefined, after }));
}
