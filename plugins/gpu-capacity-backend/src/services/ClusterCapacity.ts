import { setImmediate } from 'node:timers/promises';
import type {
  ClusterResourcesService,
  ResourceChange,
  ResourceObservation,
  ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import {
  ClusterState,
  claimedLedgers,
  type AcceleratorRegistry,
  type ClaimUse,
  type ClusterNode,
  type ClusterPod,
  type DeviceHolder,
  type DisruptionBudget,
  type LedgerContext,
  type NodeLedger,
  type ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import type {
  ClusterActivity,
  DeviceMetrics,
} from '../prometheus/DeviceMetrics';
import { ActivityRefresher } from './ActivityRefresher';
import { ClusterClaims } from './ClusterClaims';
import { ClusterDemand } from './ClusterDemand';
import { ClusterLedgers } from './ClusterLedgers';
import { budgetProjection, nodeProjection, podProjection } from './projections';
import { SlicedWork } from './SlicedWork';

/** What is known of a cluster now. */
export interface ClusterView {
  readonly name: string;
  readonly title: string | undefined;
  readonly state: ClusterState;
  readonly ledgers: ReadonlyMap<string, NodeLedger>;
  readonly nodes: ResourceSnapshot<ClusterNode>;
  readonly pods: ResourceSnapshot<ClusterPod>;
  readonly budgets: ResourceSnapshot<DisruptionBudget>;
  /** Shapes with accelerators that are in use, by the number of pods. */
  readonly demand: readonly ShapeDemand[];
  readonly claims: ClusterClaims;
  /** Absent until the first answer is there. */
  readonly activity: ClusterActivity | undefined;
}

// Ended pods hold nothing, and a cluster can keep many of them.
const NOT_ENDED = 'status.phase!=Succeeded,status.phase!=Failed';
const CORE = { group: '', apiVersion: 'v1' } as const;

/** Watches one cluster and keeps what it has and holds joined, change by change. */
export class ClusterCapacity {
  static observe(options: {
    readonly cluster: { readonly name: string; readonly title?: string };
    readonly clusterResources: ClusterResourcesService;
    readonly registry: AcceleratorRegistry;
    readonly metrics: DeviceMetrics;
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
  readonly #state = ClusterState.create();
  readonly #nodeChanges = new SlicedWork<ResourceChange<ClusterNode>>(
    ({ key, after }) =>
      after ? this.#state.putNode(after) : this.#state.removeNode(key),
  );
  readonly #podChanges = new SlicedWork<ResourceChange<ClusterPod>>(
    ({ key, after }) =>
      after ? this.#state.putPod(key, after) : this.#state.removePod(key),
  );
  readonly #ledgers: ClusterLedgers;
  readonly #demand: ClusterDemand;
  readonly #claims: ClusterClaims;
  readonly #activity: ActivityRefresher;
  readonly #unsubscribe: ReadonlyArray<() => void>;

  private constructor(options: {
    readonly cluster: { readonly name: string; readonly title?: string };
    readonly registry: AcceleratorRegistry;
    readonly metrics: DeviceMetrics;
    readonly clusterResources: ClusterResourcesService;
    readonly nodes: ResourceObservation<ClusterNode>;
    readonly pods: ResourceObservation<ClusterPod>;
    readonly budgets: ResourceObservation<DisruptionBudget>;
  }) {
    this.#cluster = options.cluster;
    this.#nodes = options.nodes;
    this.#pods = options.pods;
    this.#budgets = options.budgets;
    this.#demand = new ClusterDemand({
      state: this.#state,
      registry: options.registry,
    });
    this.#ledgers = new ClusterLedgers(this.#state, {
      registry: options.registry,
      podsObserved: false,
    });
    this.#activity = new ActivityRefresher({
      ...options,
      cluster: options.cluster.name,
      state: this.#state,
    });
    this.#claims = ClusterClaims.observe({
      clusterResources: options.clusterResources,
      cluster: options.cluster.name,
      onChange: () => this.#ledgers.setContext({ claimed: this.#claimed() }),
    });
    // What was there before is taken now, what comes later is told: both in one turn, so that nothing is missed.
    this.#unsubscribe = [
      options.nodes.subscribe(changes => this.#nodeChanges.push(changes)),
      options.pods.subscribe(changes => this.#podChanges.push(changes)),
    ];
    this.#nodeChanges.push(asChanges(options.nodes.snapshot()));
    this.#podChanges.push(asChanges(options.pods.snapshot()));
  }

  /** What is known now, without waiting. */
  view(): ClusterView {
    const pods = this.#pods.snapshot();
    const demand = this.#demand.current();
    const podsObserved =
      ['live', 'stale'].includes(pods.state.status) && this.#podChanges.isDone;
    const { activity, useOf } = podsObserved
      ? this.#activity.current()
      : this.#activity.known;
    this.#ledgers.setContext({
      podsObserved,
      usableUnits: demand.usableUnits,
      useOf,
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
      claims: this.#claims,
      activity,
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
    await Promise.all([this.#nodeChanges.done(), this.#podChanges.done()]);
    return this.view();
  }

  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    for (const part of [this.#nodes, this.#pods, this.#budgets]) part.close();
    this.#claims.close();
  }

  /** Devices of a node by claims; a new function each time, so that ledgers are made anew. */
  #claimed(): LedgerContext['claimed'] {
    return state => {
      const account = this.#claims.accountOf(state.node);
      return (
        account &&
        claimedLedgers({
          account,
          state: state.node.state,
          podsObserved: true,
          useOf: holder => this.#useOfClaim(holder),
        })
      );
    };
  }

  #useOfClaim({ namespace, consumers }: DeviceHolder): ClaimUse {
    const pods = consumers.flatMap(
      ({ name }) => this.#state.pods.get(`${namespace}/${name}`) ?? [],
    );
    if (!pods.some(({ holding }) => ['held', 'releasing'].includes(holding))) {
      return 'reserved';
    }
    const devices = pods.flatMap(pod => this.#activity.known.devicesOf(pod));
    if (devices.some(({ state }) => state === 'busy')) return 'busy';
    return devices.length > 0 && devices.every(({ state }) => state === 'idle')
      ? 'idle'
      : 'unmeasured';
  }
}

function asChanges<T>({
  items,
}: ResourceSnapshot<T>): ReadonlyArray<ResourceChange<T>> {
  return [...items].map(([key, after]) => ({ key, before: undefined, after }));
}
