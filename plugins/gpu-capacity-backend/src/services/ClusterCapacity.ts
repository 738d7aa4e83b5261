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
  claimedLedgers,
  type AcceleratorRegistry,
  type BlackHoleNode,
  type ClaimUse,
  type ClaimedLedgers,
  type ClusterNode,
  type ClusterPod,
  type DeviceHolder,
  type DisruptionBudget,
  type FailedPod,
  type NodeLedger,
  type NodeState,
  type QueueWaitTime,
  type RayReservation,
  type ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import { hasRay } from '../domain/rayUse';
import type {
  ClusterActivity,
  DeviceMetrics,
} from '../prometheus/DeviceMetrics';
import type { MetricsReading } from '../prometheus/DeviceMetricsSnapshot';
import { ActivityRefresher } from './ActivityRefresher';
import { BackgroundReading } from './BackgroundReading';
import { ClusterClaims } from './ClusterClaims';
import {
  AcceleratorPods,
  FlavorHardware,
  ObservedQueues,
  ObservedWorkloads,
  type FlavorHardwareState,
  type QueueState,
  type WorkloadState,
} from '../observed';
import { ClusterDemand, type SeenShapesOf } from './ClusterDemand';
import { ClusterLedgers } from './ClusterLedgers';
import {
  budgetProjection,
  failedPodProjection,
  nodeProjection,
  podProjection,
} from './projections';
import { SlicedWork } from './SlicedWork';

/** How long workloads have waited, by queue and priority. */
type AdmissionWaits = MetricsReading<readonly QueueWaitTime[]>;
type RayReservations = MetricsReading<readonly RayReservation[]>;

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
  readonly claims: ClusterClaims;
  /** Absent until the first answer is there. */
  readonly activity: ClusterActivity | undefined;
  /** Absent where the cluster has no queues. */
  readonly queues: QueueState | undefined;
  /** Absent until the first answer is there, and where the cluster has no queues. */
  readonly admissionWaits: AdmissionWaits | undefined;
  /** Absent until the first answer is there, and where the cluster has nothing of Ray. */
  readonly rayReservations: RayReservations | undefined;
  readonly flavorHardware: FlavorHardwareState;
  readonly workloads: WorkloadState;
  readonly acceleratorPods: AcceleratorPods;
  /** Shapes with accelerators of the pods that are there now. */
  readonly present: readonly ShapeDemand[];
  /** Nodes that refuse the pods they get. */
  readonly blackHoles: readonly BlackHoleNode[];
}

/** The part of it that history and cost are made of. */
export type ClusterBasics = Pick<
  ClusterView,
  | 'name'
  | 'title'
  | 'state'
  | 'ledgers'
  | 'nodes'
  | 'pods'
  | 'budgets'
  | 'demand'
  | 'present'
  | 'blackHoles'
> & { readonly workloads: Pick<ClusterView['workloads'], 'topOf'> };

// Ended pods hold nothing, and a cluster can keep many of them.
const NOT_ENDED = 'status.phase!=Succeeded,status.phase!=Failed';
/** Queues and workloads come after nodes and pods: without them the rest of the page stands. */
const FURTHER_TIMEOUT_MS = 2_000;
/** Nobody waits long for Prometheus: what is not measured yet is said to be so. */
const FIRST_METRICS_TIMEOUT_MS = 500;
const WAITS_MAX_AGE_MS = 60_000;
const RAY_MAX_AGE_MS = 30_000;
// Their own list: those that failed are few, and what is kept of them is next to nothing.
const FAILED = 'status.phase=Failed';
const CORE = { group: '', apiVersion: 'v1' } as const;

/** Watches one cluster and keeps what it has and holds joined, change by change. */
export class ClusterCapacity {
  static observe(options: {
    readonly cluster: { readonly name: string; readonly title?: string };
    readonly clusterResources: ClusterResourcesService;
    readonly registry: AcceleratorRegistry;
    readonly metrics: DeviceMetrics;
    /** How long a queue waits before it starves. */
    readonly starvingAfterSeconds: number;
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
      queues: new ObservedQueues({ ...options, cluster: name }),
      workloads: new ObservedWorkloads({
        cluster: name,
        clusterResources,
        registry,
      }),
    });
  }

  readonly #cluster: { readonly name: string; readonly title?: string };
  readonly #nodes: ResourceObservation<ClusterNode>;
  readonly #pods: ResourceObservation<ClusterPod>;
  readonly #budgets: ResourceObservation<DisruptionBudget>;
  readonly #queues: ObservedQueues;
  readonly #workloads: ObservedWorkloads;
  readonly #acceleratorPods: AcceleratorPods;
  readonly #flavorHardware = new FlavorHardware();
  readonly #failedPods: ResourceObservation<FailedPod>;
  readonly #state = ClusterState.create();
  readonly #nodeChanges = new SlicedWork<ResourceChange<ClusterNode>>(
    ({ key, after }) =>
      after ? this.#state.putNode(after) : this.#state.removeNode(key),
  );
  readonly #podChanges = new SlicedWork<ResourceChange<ClusterPod>>(
    ({ key, after }) => this.#putPod(key, after),
  );
  readonly #ledgers: ClusterLedgers;
  readonly #demand: ClusterDemand;
  readonly #claims: ClusterClaims;
  readonly #activity: ActivityRefresher;
  readonly #admissionWaits: BackgroundReading<AdmissionWaits>;
  readonly #rayReservations: BackgroundReading<RayReservations>;
  readonly #unsubscribe: ReadonlyArray<() => void>;

  private constructor(options: {
    readonly cluster: { readonly name: string; readonly title?: string };
    readonly registry: AcceleratorRegistry;
    readonly metrics: DeviceMetrics;
    readonly clusterResources: ClusterResourcesService;
    readonly seenShapes?: SeenShapesOf;
    readonly nodes: ResourceObservation<ClusterNode>;
    readonly pods: ResourceObservation<ClusterPod>;
    readonly budgets: ResourceObservation<DisruptionBudget>;
    readonly queues: ObservedQueues;
    readonly workloads: ObservedWorkloads;
    readonly failedPods: ResourceObservation<FailedPod>;
  }) {
    this.#cluster = options.cluster;
    this.#nodes = options.nodes;
    this.#pods = options.pods;
    this.#budgets = options.budgets;
    this.#queues = options.queues;
    this.#workloads = options.workloads;
    this.#acceleratorPods = new AcceleratorPods(options.registry);
    this.#failedPods = options.failedPods;
    this.#demand = new ClusterDemand({
      state: this.#state,
      registry: options.registry,
      seen: options.seenShapes,
    });
    this.#ledgers = new ClusterLedgers(this.#state, {
      registry: options.registry,
      podsObserved: false,
      claimed: state => this.#claimed(state),
    });
    this.#activity = new ActivityRefresher({
      ...options,
      cluster: options.cluster.name,
      state: this.#state,
    });
    this.#admissionWaits = new BackgroundReading({
      ask: () => options.metrics.admissionWaits(options.cluster.name),
      maxAgeMs: WAITS_MAX_AGE_MS,
    });
    this.#rayReservations = new BackgroundReading({
      ask: () => options.metrics.rayReservations(options.cluster.name),
      maxAgeMs: RAY_MAX_AGE_MS,
    });
    this.#claims = ClusterClaims.observe({
      clusterResources: options.clusterResources,
      cluster: options.cluster.name,
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
    for (const node of this.#claims.takeChangedNodes(this.#state)) {
      this.#state.touch(node);
    }
    this.#ledgers.setContext({
      podsObserved,
      usableUnits: demand.usableUnits,
      useOf,
    });
    const ledgers = this.#ledgers.current();
    const queues = this.#queues.state();
    const workloads = this.#workloads.state();
    return {
      name: this.#cluster.name,
      title: this.#cluster.title,
      state: this.#state,
      ledgers,
      nodes: this.#nodes.snapshot(),
      pods,
      budgets: this.#budgets.snapshot(),
      demand: demand.shapes,
      claims: this.#claims,
      activity,
      queues,
      admissionWaits: queues && this.#admissionWaits.current(),
      flavorHardware: this.#flavorHardware.current(
        this.#state,
        ledgers,
        queues,
      ),
      workloads,
      rayReservations: hasRay(workloads)
        ? this.#rayReservations.current()
        : undefined,
      acceleratorPods: this.#acceleratorPods,
      present: demand.present,
      blackHoles: blackHoleNodes(this.#failedPods.snapshot().items.values(), {
        now: Date.now(),
      }),
    };
  }

  /** What is known when the first answers are there, or when the time is over. */
  async settled(options: { readonly timeoutMs: number }): Promise<ClusterView> {
    const further = {
      timeoutMs: Math.min(options.timeoutMs, FURTHER_TIMEOUT_MS),
    };
    await Promise.all([
      ...[this.#nodes, this.#pods, this.#budgets].map(part =>
        part.settled(options),
      ),
      this.#queues.settled(further),
      this.#workloads.settled(further),
      this.#claims.settled(further),
    ]);
    // Changes are told in the turn after the one in which a part settles.
    await setImmediate();
    await Promise.all([this.#nodeChanges.done(), this.#podChanges.done()]);
    const metrics = { timeoutMs: FIRST_METRICS_TIMEOUT_MS };
    await Promise.all([
      this.#activity.settled(metrics),
      this.#queues.state() && this.#admissionWaits.settled(metrics),
      hasRay(this.#workloads.state()) && this.#rayReservations.settled(metrics),
    ]);
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
    this.#claims.close();
    this.#queues.close();
    this.#workloads.close();
  }

  #putPod(key: string, pod: ClusterPod | undefined): void {
    if ([this.#state.pods.get(key), pod].some(hasClaims)) {
      this.#claims.notePod(key);
    }
    if (pod) {
      this.#state.putPod(key, pod);
      this.#acceleratorPods.put(key, pod);
    } else {
      this.#state.removePod(key);
      this.#acceleratorPods.remove(key);
    }
  }

  /** Devices of a node by claims. */
  #claimed({ node }: NodeState): ClaimedLedgers | undefined {
    const account = this.#claims.accountOf(node);
    return (
      account &&
      claimedLedgers({
        account,
        state: node.state,
        podsObserved: true,
        useOf: holder => this.#useOfClaim(holder),
      })
    );
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

function hasClaims(pod: ClusterPod | undefined): boolean {
  return (
    pod !== undefined &&
    (pod.shape.claims.length > 0 || pod.claimedResources.length > 0)
  );
}
