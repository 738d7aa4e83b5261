import type { JsonObject } from '@backstage/types';
import type {
  Clock,
  ResourceStore,
} from '@fairway/kubernetes-resources/testUtils';
import { timeText } from '../clock/durations';
import { kueueResources } from './kueueResources';
import type { Amounts } from './quantities';
import { addAmounts, quantityValue, requestsOf } from './quantities';
import type { ClusterQueue, Workload } from './workloadSchemas';
import {
  localQueueSchema,
  queueSchema,
  workloadSchema,
} from './workloadSchemas';

function conditionStatus(workload: Workload, type: string): boolean {
  return workload.status.conditions.some(
    condition => condition.type === type && condition.status === 'True',
  );
}

function wantedBy(workload: Workload): Amounts {
  return workload.spec.podSets.reduce<Amounts>(
    (sum, podSet) =>
      addAmounts(
        sum,
        requestsOf(podSet.template.spec.containers),
        podSet.count,
      ),
    {},
  );
}

/** Of all pods of a pod set together, as Kueue states it. */
function wantedByAll(podSet: Workload['spec']['podSets'][number]): Amounts {
  return addAmounts(
    {},
    requestsOf(podSet.template.spec.containers),
    podSet.count,
  );
}

function nominalQuota(queue: ClusterQueue): Amounts {
  return queue.spec.resourceGroups
    .flatMap(group => group.flavors.flatMap(flavor => flavor.resources))
    .reduce<Amounts>(
      (sum, { name, nominalQuota: quota }) =>
        addAmounts(sum, { [name]: quantityValue(quota) }),
      {},
    );
}

/** Admits Workloads, oldest first, while the nominal quota of their ClusterQueue lasts. It does not borrow or preempt. */
export class KueueAdmission {
  readonly #store: ResourceStore;
  readonly #clock: Clock;

  constructor(options: {
    readonly store: ResourceStore;
    readonly clock: Clock;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  reconcile(): void {
    const queueOf = new Map(
      this.#store.list(kueueResources.localQueues).map(object => {
        const { metadata, spec } = localQueueSchema.parse(object);
        return [`${metadata.namespace}/${metadata.name}`, spec.clusterQueue];
      }),
    );
    const workloads = this.#store
      .list(kueueResources.workloads)
      .map(object => workloadSchema.parse(object))
      .filter(workload => !conditionStatus(workload, 'Finished'))
      .sort((left, right) =>
        left.metadata.creationTimestamp < right.metadata.creationTimestamp
          ? -1
          : 1,
      );
    for (const object of this.#store.list(kueueResources.clusterQueues)) {
      const queue = queueSchema.parse(object);
      this.#admit(
        queue,
        workloads.filter(
          ({ metadata, spec }) =>
            queueOf.get(`${metadata.namespace}/${spec.queueName}`) ===
            queue.metadata.name,
        ),
      );
    }
  }

  #admit(queue: ClusterQueue, workloads: readonly Workload[]): void {
    const quota = nominalQuota(queue);
    const [admitted, pending] = [true, false].map(wanted =>
      workloads.filter(
        workload => conditionStatus(workload, 'QuotaReserved') === wanted,
      ),
    );
    let used = admitted.reduce<Amounts>(
      (sum, workload) => addAmounts(sum, wantedBy(workload)),
      {},
    );
    let waiting = 0;
    for (const workload of pending) {
      const after = addAmounts(used, wantedBy(workload));
      const short = Object.keys(quota).filter(
        name => (after[name] ?? 0) > quota[name],
      );
      if (short.length === 0) {
        used = after;
        this.#setStatus(workload, this.#admission(queue, workload));
      } else {
        waiting++;
        this.#setStatus(workload, this.#refusal(workload, short));
      }
    }
    this.#updateQueue(queue, used, waiting, workloads.length - waiting);
  }

  #setStatus(workload: Workload, status: JsonObject): void {
    const { namespace, name } = workload.metadata;
    this.#store.updateStatus(
      kueueResources.workloads,
      { namespace, name },
      status,
    );
  }

  #admission(queue: ClusterQueue, workload: Workload): JsonObject {
    const flavor = queue.spec.resourceGroups[0]?.flavors[0]?.name ?? '';
    const now = timeText(this.#clock.now());
    return {
      admission: {
        clusterQueue: queue.metadata.name,
        podSetAssignments: workload.spec.podSets.map(podSet => {
          const usage = wantedByAll(podSet);
          return {
            name: podSet.name,
            count: podSet.count,
            flavors: Object.fromEntries(
              Object.keys(usage).map(resource => [resource, flavor]),
            ),
            resourceUsage: textAmounts(usage),
          };
        }),
      },
      conditions: ['QuotaReserved', 'Admitted'].map(type => ({
        type,
        status: 'True',
        reason: type,
        message: `Quota reserved in ClusterQueue ${queue.metadata.name}`,
        lastTransitionTime: now,
      })),
    };
  }

  #refusal(workload: Workload, short: readonly string[]): JsonObject {
    return {
      resourceRequests: workload.spec.podSets.map(podSet => ({
        name: podSet.name,
        resources: textAmounts(wantedByAll(podSet)),
      })),
      conditions: [
        {
          type: 'QuotaReserved',
          status: 'False',
          reason: 'WaitingForQuota',
          message: `couldn't assign flavors to pod set ${
            workload.spec.podSets[0]?.name
          }: insufficient unused quota for ${short.join(', ')}`,
          lastTransitionTime: workload.metadata.creationTimestamp,
        },
      ],
    };
  }

  #updateQueue(
    queue: ClusterQueue,
    used: Amounts,
    pending: number,
    admitted: number,
  ): void {
    const usage = queue.spec.resourceGroups.flatMap(group =>
      group.flavors.map((flavor, index) => ({
        name: flavor.name,
        resources: flavor.resources.map(({ name }) => ({
          name,
          total: String(index === 0 ? used[name] ?? 0 : 0),
          borrowed: '0',
        })),
      })),
    );
    this.#store.updateStatus(
      kueueResources.clusterQueues,
      { name: queue.metadata.name },
      {
        flavorsReservation: usage,
        flavorsUsage: usage,
        pendingWorkloads: pending,
        reservingWorkloads: admitted,
        admittedWorkloads: admitted,
        conditions: [
          {
            type: 'Active',
            status: 'True',
            reason: 'Ready',
            message: 'Can admit new workloads',
            lastTransitionTime: queue.metadata.creationTimestamp,
          },
        ],
      },
    );
  }
}

function textAmounts(amounts: Amounts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => [name, String(amount)]),
  );
}
