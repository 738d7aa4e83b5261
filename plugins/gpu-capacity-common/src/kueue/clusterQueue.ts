import { z } from 'zod/v4';
import {
  conditionSchema,
  readConditions,
  type KueueCondition,
} from './condition';
import {
  flavorUsageSchema,
  readFlavorUsage,
  type FlavorUsage,
} from './flavorUsage';
import {
  readResourceGroups,
  resourceGroupsSchema,
  type FlavorQuota,
  type ResourceGroup,
} from './resourceGroup';

/** @public */
export type StopPolicy = 'none' | 'hold' | 'hold-and-drain';

/**
 * Which workloads a queue may evict to admit another.
 *
 * @public
 */
export interface PreemptionPolicies {
  /** `Never`, `LowerPriority` or `LowerOrNewerEqualPriority`. */
  readonly withinClusterQueue: string;
  /** `Never`, `LowerPriority` or `Any`: of queues that borrow. */
  readonly reclaimWithinCohort: string;
  /** `Never` or `LowerPriority`: also while it would borrow itself. */
  readonly borrowWithinCohort: string;
}

/**
 * When a queue tries the next flavor although this one could do.
 *
 * @public
 */
export interface FlavorFungibility {
  readonly whenCanBorrow: 'stop' | 'try-next';
  readonly whenCanPreempt: 'stop' | 'try-next';
  readonly preference: 'borrowing' | 'preemption';
}

/**
 * A queue that quota is given to.
 *
 * @see kubernetes-sigs/kueue apis/kueue/v1beta2/clusterqueue_types.go
 *
 * @public
 */
export interface ClusterQueue {
  readonly name: string;
  readonly cohort: string | undefined;
  readonly resourceGroups: readonly ResourceGroup[];
  readonly quotas: readonly FlavorQuota[];
  readonly stopPolicy: StopPolicy;
  /** `StrictFIFO`: who is first blocks all others. */
  readonly queueingStrategy: string;
  readonly preemption: PreemptionPolicies;
  readonly fungibility: FlavorFungibility;
  /** Namespaces that may use it: none where the selector is missing, `some` where it has to be evaluated. */
  readonly namespaces: 'none' | 'all' | 'some';
  /** Quota that workloads hold, started or not: what counts against the quota. Absent where the status does not say. */
  readonly reserved: readonly FlavorUsage[] | undefined;
  /** Quota that admitted workloads hold. Absent where the status does not say. */
  readonly used: readonly FlavorUsage[] | undefined;
  readonly pendingWorkloads: number | undefined;
  readonly reservingWorkloads: number | undefined;
  readonly admittedWorkloads: number | undefined;
  /** Whether it can admit, as Kueue says; absent where it has not said. */
  readonly active: KueueCondition | undefined;
}

const clusterQueueSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z
    .object({
      resourceGroups: resourceGroupsSchema,
      cohort: z.string().nullish(),
      cohortName: z.string().nullish(),
      queueingStrategy: z.string().nullish(),
      stopPolicy: z.string().nullish(),
      namespaceSelector: z.record(z.string(), z.unknown()).nullish(),
      preemption: z
        .object({
          withinClusterQueue: z.string().nullish(),
          reclaimWithinCohort: z.string().nullish(),
          borrowWithinCohort: z
            .object({ policy: z.string().nullish() })
            .nullish(),
        })
        .nullish(),
      flavorFungibility: z
        .object({
          whenCanBorrow: z.string().nullish(),
          whenCanPreempt: z.string().nullish(),
          preference: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
  status: z
    .object({
      conditions: z.array(conditionSchema).nullish(),
      flavorsReservation: flavorUsageSchema,
      flavorsUsage: flavorUsageSchema,
      pendingWorkloads: z.number().nullish(),
      reservingWorkloads: z.number().nullish(),
      admittedWorkloads: z.number().nullish(),
    })
    .nullish(),
});

type ClusterQueueSpec = NonNullable<z.infer<typeof clusterQueueSchema>['spec']>;

const STOP_POLICIES: ReadonlyMap<string, StopPolicy> = new Map([
  ['Hold', 'hold'],
  ['HoldAndDrain', 'hold-and-drain'],
]);

/** Reads a stop policy; nothing stops a queue that names none. */
export function readStopPolicy(policy: string | null | undefined): StopPolicy {
  return STOP_POLICIES.get(policy ?? '') ?? 'none';
}

/**
 * Reads a ClusterQueue of v1beta1 or v1beta2.
 *
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readClusterQueue(object: unknown): ClusterQueue {
  const { metadata, spec, status } = clusterQueueSchema.parse(object);
  const groups = readResourceGroups(spec?.resourceGroups);
  return {
    name: metadata.name,
    cohort: spec?.cohortName || spec?.cohort || undefined,
    ...groups,
    stopPolicy: readStopPolicy(spec?.stopPolicy),
    queueingStrategy: spec?.queueingStrategy || 'BestEffortFIFO',
    preemption: {
      withinClusterQueue: spec?.preemption?.withinClusterQueue || 'Never',
      reclaimWithinCohort: spec?.preemption?.reclaimWithinCohort || 'Never',
      borrowWithinCohort:
        spec?.preemption?.borrowWithinCohort?.policy || 'Never',
    },
    fungibility: fungibilityOf(spec?.flavorFungibility),
    namespaces: namespacesOf(spec?.namespaceSelector),
    reserved:
      readFlavorUsage(status?.flavorsReservation) ??
      usageOfNobody(groups.quotas, status?.reservingWorkloads),
    used:
      readFlavorUsage(status?.flavorsUsage) ??
      usageOfNobody(groups.quotas, status?.admittedWorkloads),
    pendingWorkloads: status?.pendingWorkloads ?? undefined,
    reservingWorkloads: status?.reservingWorkloads ?? undefined,
    admittedWorkloads: status?.admittedWorkloads ?? undefined,
    active: readConditions(status?.conditions).find(
      ({ type }) => type === 'Active',
    ),
  };
}

/** Where no workload holds quota, that it holds nothing is known, even if the status does not say so by flavor. */
function usageOfNobody(
  quotas: readonly FlavorQuota[],
  workloads: number | null | undefined,
): readonly FlavorUsage[] | undefined {
  return workloads === 0
    ? quotas.map(({ flavor, resource }) => ({ flavor, resource, total: 0 }))
    : undefined;
}

/** The values `Borrow` and `Preempt` of v1beta1 mean what `MayStopSearch` means since. */
function fungibilityOf(
  fungibility: ClusterQueueSpec['flavorFungibility'],
): FlavorFungibility {
  return {
    whenCanBorrow:
      fungibility?.whenCanBorrow === 'TryNextFlavor' ? 'try-next' : 'stop',
    whenCanPreempt:
      (fungibility?.whenCanPreempt || 'TryNextFlavor') === 'TryNextFlavor'
        ? 'try-next'
        : 'stop',
    preference:
      fungibility?.preference === 'PreemptionOverBorrowing'
        ? 'preemption'
        : 'borrowing',
  };
}

function namespacesOf(
  selector: ClusterQueueSpec['namespaceSelector'],
): ClusterQueue['namespaces'] {
  if (!selector) return 'none';
  return Object.keys(selector).length === 0 ? 'all' : 'some';
}
