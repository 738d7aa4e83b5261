import type {
  ClusterResourcesService,
  MalformedObject,
  ObservationState,
  ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import {
  QuotaTree,
  findStarvingQueues,
  pendingWorkloads,
  quotaRows,
  type ClusterQueue,
  type Cohort,
  type KueueTopology,
  type KueueWorkload,
  type LocalQueue,
  type PendingWorkload,
  type QuotaRow,
  type ResourceFlavor,
  type StarvingQueue,
} from '@fairway/plugin-gpu-capacity-common';
import { KUEUE_KINDS } from './kueueKinds';
import { QueueOrder, type KnownOrder } from './QueueOrder';
import { ServedObservation } from './ServedObservation';

/** Quota of a cluster. `undefined` where it is not observed, which is not the same as none. */
export interface QueueState {
  /** How current the ClusterQueues are. */
  readonly observed: ObservationState;
  readonly clusterQueues: readonly ClusterQueue[];
  readonly cohorts: readonly Cohort[] | undefined;
  readonly localQueues: readonly LocalQueue[] | undefined;
  readonly flavors: readonly ResourceFlavor[] | undefined;
  readonly topologies: readonly KueueTopology[] | undefined;
  readonly workloads: readonly KueueWorkload[] | undefined;
  readonly tree: QuotaTree;
  readonly rows: readonly QuotaRow[];
  readonly order: KnownOrder;
  /** Workloads that wait; a few seconds old. */
  readonly pending: readonly PendingWorkload[] | undefined;
  readonly starving: readonly StarvingQueue[];
  /** Why a part is not observed. */
  readonly unobserved: readonly string[];
  /** Of kinds without a namespace. */
  readonly malformed: readonly MalformedObject[];
  /** Of kinds in namespaces, whose names not every reader may know. */
  readonly malformedInNamespaces: readonly MalformedObject[];
}

type Kinds = typeof KUEUE_KINDS;
type Observations = {
  readonly [Kind in keyof Kinds]: ServedObservation<
    NonNullable<ReturnType<Kinds[Kind]['projection']['trim']>>
  >;
};

type JoinedState = Omit<
  QueueState,
  'order' | 'observed' | 'pending' | 'starving'
>;

/** Who waits, and what that was worked out from. */
interface Waiting extends Pick<QueueState, 'pending' | 'starving'> {
  readonly of: JoinedState;
  readonly order: KnownOrder;
  readonly at: number;
}

/** Waiting times change by the second, and nobody needs them so exactly. */
const WAITING_MAX_AGE_MS = 5_000;

/** Watches the queues of a cluster that has Kueue. */
export class ObservedQueues {
  readonly #kinds: Observations;
  readonly #order: QueueOrder;
  readonly #starvingAfterSeconds: number;
  #state: JoinedState | undefined;
  #waiting: Waiting | undefined;
  #stateOf: string | undefined;

  constructor(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
    /** How long a queue waits before it starves. */
    readonly starvingAfterSeconds: number;
  }) {
    this.#starvingAfterSeconds = options.starvingAfterSeconds;
    this.#order = new QueueOrder(options);
    this.#kinds = {
      clusterQueues: ServedObservation.observe({
        ...options,
        kind: KUEUE_KINDS.clusterQueues,
      }),
      cohorts: ServedObservation.observe({
        ...options,
        kind: KUEUE_KINDS.cohorts,
      }),
      localQueues: ServedObservation.observe({
        ...options,
        kind: KUEUE_KINDS.localQueues,
      }),
      flavors: ServedObservation.observe({
        ...options,
        kind: KUEUE_KINDS.flavors,
      }),
      topologies: ServedObservation.observe({
        ...options,
        kind: KUEUE_KINDS.topologies,
      }),
      workloads: ServedObservation.observe({
        ...options,
        kind: KUEUE_KINDS.workloads,
      }),
    };
  }

  /** `undefined` where the cluster has no queues. */
  state(): QueueState | undefined {
    const { state: observed } = this.#kinds.clusterQueues.snapshot();
    if (observed.status === 'absent') return undefined;
    const all = Object.values(this.#kinds);
    // The state of a kind can change by time alone, so that it belongs to what the joined state was made of.
    const stateOf = all
      .map(kind => `${kind.revision}${kind.snapshot().state.status}`)
      .join();
    if (!this.#state || this.#stateOf !== stateOf) {
      this.#state = this.#join();
      this.#stateOf = stateOf;
    }
    const order = this.#order.current();
    const { pending, starving } = this.#whoWaits(this.#state, order);
    return { ...this.#state, observed, order, pending, starving };
  }

  /** Waits for the first answers, but not for longer than that. */
  async settled(options: { readonly timeoutMs: number }): Promise<void> {
    await Promise.all(
      Object.values(this.#kinds).map(kind => kind.settled(options)),
    );
    const waiting = this.state()?.clusterQueues.filter(
      queue => queue.pendingWorkloads !== 0,
    );
    await this.#order.refresh((waiting ?? []).map(({ name }) => name));
  }

  close(): void {
    for (const kind of Object.values(this.#kinds)) kind.close();
  }

  #whoWaits(state: JoinedState, order: KnownOrder): Waiting {
    const now = Date.now();
    const last = this.#waiting;
    if (
      last?.of === state &&
      last.order === order &&
      now - last.at < WAITING_MAX_AGE_MS
    ) {
      return last;
    }
    const { workloads, localQueues = [], clusterQueues, rows } = state;
    const { positions } = order;
    const queues = { clusterQueues, localQueues, now };
    this.#waiting = {
      of: state,
      order,
      at: now,
      pending:
        workloads && pendingWorkloads({ ...queues, workloads, positions }),
      starving: findStarvingQueues({
        ...queues,
        workloads: workloads ?? [],
        rows,
        minWaitSeconds: this.#starvingAfterSeconds,
      }),
    };
    return this.#waiting;
  }

  #join(): JoinedState {
    const clusterQueues = [
      ...this.#kinds.clusterQueues.snapshot().items.values(),
    ];
    const cohorts = known(this.#kinds.cohorts.snapshot());
    const tree = QuotaTree.create({ clusterQueues, cohorts });
    const { clusterQueues: queues, cohorts: ofCohorts, flavors } = this.#kinds;
    const { topologies, localQueues, workloads } = this.#kinds;
    return {
      clusterQueues,
      cohorts,
      localQueues: known(localQueues.snapshot()),
      flavors: known(flavors.snapshot()),
      topologies: known(topologies.snapshot()),
      workloads: known(workloads.snapshot()),
      tree,
      rows: quotaRows(clusterQueues, tree),
      unobserved: Object.values(this.#kinds).flatMap(kind => {
        const { state } = kind.snapshot();
        return state.status === 'forbidden' ? [state.message] : [];
      }),
      malformed: [queues, ofCohorts, flavors, topologies].flatMap(kind => [
        ...kind.snapshot().malformed,
      ]),
      malformedInNamespaces: [localQueues, workloads].flatMap(kind => [
        ...kind.snapshot().malformed,
      ]),
    };
  }
}

/** What was read once is known even if it may be old; where the cluster does not serve a kind, there is none of it. */
function known<T>({
  state,
  items,
}: ResourceSnapshot<T>): readonly T[] | undefined {
  if (state.status === 'absent') return [];
  const isRead =
    state.status === 'live' ||
    (state.status === 'stale' && state.since !== undefined);
  return isRead ? [...items.values()] : undefined;
}
