import type {
  ClusterResourcesService,
  ObservationState,
} from '@fairway/kubernetes-resources';
import {
  admissionContext,
  withReplicaRange,
  type AcceleratorRegistry,
  type AdmissionContext,
  type ReplicaRange,
  type ResourceQuota,
  type WorkloadDemand,
  type WorkloadRef,
} from '@fairway/plugin-gpu-capacity-common';
import { ServedObservation } from './ServedObservation';
import { ADMISSION_KINDS, RANGE_KINDS, workloadKinds } from './workloadKinds';

/** What makes pods with accelerators in a cluster, and what the cluster adds to them and limits. */
export interface WorkloadState {
  /** Workloads that no other one of them controls, by `namespace/kind/name`. */
  readonly tops: ReadonlyMap<string, WorkloadDemand>;
  /** The workload at the top of the one that is named; `undefined` where it is not known. */
  topOf(ref: Omit<WorkloadRef, 'apiVersion'>): WorkloadDemand | undefined;
  readonly admission: AdmissionContext;
  /** `undefined` where quotas are not observed. */
  quotasOf(namespace: string): readonly ResourceQuota[] | undefined;
  readonly quotas: ObservationState;
  /** Why a kind of workload, or how far it scales, is not observed. */
  readonly unobserved: readonly string[];
  readonly loading: boolean;
}

/** Watches what makes pods with accelerators in a cluster. */
export class ObservedWorkloads {
  readonly #demands: ReadonlyArray<ServedObservation<WorkloadDemand>>;
  readonly #ranges: ReadonlyArray<ServedObservation<ReplicaRange>>;
  readonly #priorityClasses;
  readonly #runtimeClasses;
  readonly #quotas: ServedObservation<ResourceQuota>;
  #state: WorkloadState | undefined;
  #stateOf: string | undefined;

  constructor(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
    readonly registry: AcceleratorRegistry;
  }) {
    this.#demands = workloadKinds(options.registry).map(kind =>
      ServedObservation.observe({ ...options, kind }),
    );
    this.#ranges = RANGE_KINDS.map(kind =>
      ServedObservation.observe({ ...options, kind }),
    );
    const { priorityClasses, runtimeClasses, resourceQuotas } = ADMISSION_KINDS;
    this.#priorityClasses = ServedObservation.observe({
      ...options,
      kind: priorityClasses,
    });
    this.#runtimeClasses = ServedObservation.observe({
      ...options,
      kind: runtimeClasses,
    });
    this.#quotas = ServedObservation.observe({
      ...options,
      kind: resourceQuotas,
    });
  }

  state(): WorkloadState {
    const stateOf = this.#all()
      .map(kind => `${kind.revision}${kind.snapshot().state.status}`)
      .join();
    if (!this.#state || this.#stateOf !== stateOf) {
      this.#state = this.#join();
      this.#stateOf = stateOf;
    }
    return this.#state;
  }

  /** Waits for the first answers, but not for longer than that. */
  async settled(options: { readonly timeoutMs: number }): Promise<void> {
    await Promise.all(this.#all().map(kind => kind.settled(options)));
  }

  close(): void {
    for (const kind of this.#all()) kind.close();
  }

  #all(): ReadonlyArray<ServedObservation<unknown>> {
    return [
      ...this.#demands,
      ...this.#ranges,
      this.#priorityClasses,
      this.#runtimeClasses,
      this.#quotas,
    ];
  }

  #join(): WorkloadState {
    const ranges = rangesByTarget(this.#ranges);
    const all = new Map<string, WorkloadDemand>();
    for (const kind of this.#demands) {
      for (const demand of kind.snapshot().items.values()) {
        const key = workloadKey(demand);
        all.set(key, withReplicaRange(demand, ranges.get(key) ?? []));
      }
    }
    const quotas = this.#quotas.snapshot();
    const byNamespace = new Map<string, ResourceQuota[]>();
    for (const quota of quotas.items.values()) {
      const own = byNamespace.get(quota.namespace) ?? [];
      own.push(quota);
      byNamespace.set(quota.namespace, own);
    }
    const areQuotasKnown = ['live', 'stale'].includes(quotas.state.status);
    const observed = [...this.#demands, ...this.#ranges].map(
      kind => kind.snapshot().state,
    );
    return {
      tops: new Map(
        [...all].filter(([, demand]) => topOf(demand, all) === demand),
      ),
      topOf: ref => {
        const found = all.get(workloadKey(ref));
        return found && topOf(found, all);
      },
      admission: admissionContext({
        priorityClasses: this.#priorityClasses.snapshot().items.values(),
        runtimeClasses: this.#runtimeClasses.snapshot().items.values(),
      }),
      quotasOf: namespace =>
        areQuotasKnown ? byNamespace.get(namespace) ?? [] : undefined,
      quotas: quotas.state,
      unobserved: observed.flatMap(state =>
        state.status === 'forbidden' ? [state.message] : [],
      ),
      loading: observed.some(({ status }) => status === 'loading'),
    };
  }
}

function rangesByTarget(
  kinds: ReadonlyArray<ServedObservation<ReplicaRange>>,
): ReadonlyMap<string, readonly ReplicaRange[]> {
  const ranges = new Map<string, ReplicaRange[]>();
  for (const kind of kinds) {
    for (const range of kind.snapshot().items.values()) {
      const key = workloadKey(range.target);
      const own = ranges.get(key) ?? [];
      own.push(range);
      ranges.set(key, own);
    }
  }
  return ranges;
}

/** Follows controllers as far as they are workloads that are known. */
function topOf(
  demand: WorkloadDemand,
  all: ReadonlyMap<string, WorkloadDemand>,
): WorkloadDemand {
  const seen = new Set([demand]);
  let top = demand;
  while (top.owner) {
    const owner = all.get(
      workloadKey({ ...top.owner, namespace: demand.namespace }),
    );
    if (!owner || seen.has(owner)) break;
    seen.add(owner);
    top = owner;
  }
  return top;
}

/** `namespace/kind/name`. */
export function workloadKey({
  namespace,
  kind,
  name,
}: Omit<WorkloadRef, 'apiVersion'>): string {
  return `${namespace}/${kind}/${name}`;
}
