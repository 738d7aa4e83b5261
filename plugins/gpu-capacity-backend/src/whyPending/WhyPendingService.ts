import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  GpuCapacity,
  PendingWorkloadView,
  WorkloadCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import {
  workloadNamesIn,
  type PodNames,
  type PodNamesReader,
  type WorkloadEntities,
} from '../access';
import { pendingView } from '../domain/pendingView';
import { whyPending } from '../domain/whyPending';
import type { CapacityClusters } from '../services/CapacityClusters';
import type { ClusterView } from '../services/ClusterCapacity';
import type { GpuCapacityService } from '../services/GpuCapacityService';

/** Something that waits, as far as the reader may know it. */
export interface WaitingThing {
  readonly cluster: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** Why it waits, in a sentence. */
  readonly reason: string;
  readonly waitedSeconds?: number;
  /** Place in its queue, counted from 1. */
  readonly position?: number;
}

/** Why something waits for accelerators. */
export interface WhyPendingAnswer {
  readonly sentence: string;
  readonly waiting: readonly WaitingThing[];
}

/** A pod, a workload of a queue, or what made it. */
export interface NamedThing {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
}

/** Says why pods and workloads wait for accelerators. */
export class WhyPendingService {
  readonly #capacity: GpuCapacityService;
  readonly #clusters: CapacityClusters;
  readonly #podNames: PodNamesReader;
  readonly #workloads: WorkloadEntities;

  constructor(options: {
    readonly capacity: GpuCapacityService;
    readonly clusters: CapacityClusters;
    readonly podNames: PodNamesReader;
    readonly workloads: WorkloadEntities;
  }) {
    this.#capacity = options.capacity;
    this.#clusters = options.clusters;
    this.#podNames = options.podNames;
    this.#workloads = options.workloads;
  }

  /** @throws `NotFoundError` where the caller can see no such entity */
  async ofEntity(
    entityRef: string,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<WhyPendingAnswer> {
    const capacity = await this.#capacity.getEntityCapacity(entityRef, options);
    return {
      sentence: capacity.headline,
      waiting: waitingIn(capacity),
    };
  }

  /** @throws `NotFoundError` where nothing of that name is there, or the caller may not know it */
  async ofName(
    thing: NamedThing,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<WhyPendingAnswer> {
    const [found, names] = await Promise.all([
      this.#clusters.get(thing.cluster),
      this.#podNames.read(options.credentials),
      this.#workloads.refresh(),
    ]);
    if (!found.ok) throw new NotFoundError(found.reason);
    const waiting = this.#find(found.view, thing, names);
    if (!waiting) {
      throw new NotFoundError(
        `${thing.cluster} has no ${thing.namespace}/${thing.name} that is about accelerators, or you may not know it`,
      );
    }
    return {
      sentence:
        waiting.length === 0
          ? 'It does not wait.'
          : waiting.map(({ reason }) => reason).join(' '),
      waiting,
    };
  }

  #find(
    cluster: ClusterView,
    thing: NamedThing,
    names: PodNames,
  ): readonly WaitingThing[] | undefined {
    const workloadNames = workloadNamesIn(cluster, {
      names,
      entities: this.#workloads,
    });
    const isMeant = (namespace: string, name: string | undefined) =>
      namespace === thing.namespace && name === thing.name;
    const pending = (cluster.queues?.pending ?? [])
      .filter(
        ({ workload: { namespace, name, owner } }) =>
          isMeant(namespace, name) || isMeant(namespace, owner?.name),
      )
      .map(waiting => pendingView(waiting, workloadNames))
      .filter(({ name }) => name !== undefined)
      .map(waiting => ofQueue(cluster.name, waiting));
    if (pending.length > 0) return pending;
    const { namespace, name } = thing;
    const pod = cluster.acceleratorPods.all.get(`${namespace}/${name}`);
    const entity = pod && this.#workloads.entityOf(cluster.name, pod);
    if (!pod || !names.mayName(entity)) return undefined;
    const reason = whyPending(cluster, workloadNames)(pod);
    return reason === undefined
      ? []
      : [{ cluster: cluster.name, kind: 'Pod', namespace, name, reason }];
  }
}

function waitingIn(capacity: GpuCapacity): readonly WaitingThing[] {
  switch (capacity.scope) {
    case 'pool':
      return (capacity.queues?.pending.items ?? []).map(waiting =>
        ofQueue(capacity.cluster.name, waiting),
      );
    case 'workload':
      return [...ofDemands(capacity), ...ofPods(capacity)];
    default:
      return [];
  }
}

function ofDemands({ demands }: WorkloadCapacity): readonly WaitingThing[] {
  return demands.flatMap(({ cluster, kind, namespace, name, waits, atMin }) => {
    if (waits) return [ofQueue(cluster, { ...waits, kind })];
    return atMin && atMin.outcome !== 'go'
      ? [{ cluster, kind, namespace, name, reason: atMin.sentence }]
      : [];
  });
}

function ofPods({ pods }: WorkloadCapacity): readonly WaitingThing[] {
  return pods.flatMap(({ cluster, namespace, name, pending }) =>
    pending ? [{ cluster, kind: 'Pod', namespace, name, reason: pending }] : [],
  );
}

function ofQueue(cluster: string, waiting: PendingWorkloadView): WaitingThing {
  const { kind, namespace, name, reason, ahead } = waiting;
  const { waitedSeconds, position } = waiting;
  return {
    cluster,
    kind,
    namespace,
    name,
    reason: [reason, ahead].filter(Boolean).join(' '),
    waitedSeconds,
    position,
  };
}
