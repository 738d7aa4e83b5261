import { z } from 'zod/v4';
import {
  readResourceAmounts,
  resourceListSchema,
} from '../model/resourceAmounts';
import type { ResourceAmounts } from '../model';
import {
  conditionSchema,
  readConditions,
  type KueueCondition,
} from './condition';
import {
  readTopologyAssignment,
  topologyAssignmentSchema,
  type TopologyAssignment,
} from './topologyAssignment';
import {
  readTopologyRequest,
  topologyRequestSchema,
  type TopologyRequest,
} from './topologyRequest';

/**
 * Pods of one template within a workload.
 *
 * @public
 */
export interface KueuePodSet {
  readonly name: string;
  readonly count: number;
  /** Fewest pods with which it may start; absent: all. */
  readonly minCount: number | undefined;
  /** What Kueue counts for all of its pods together; absent before Kueue has looked at it. */
  readonly requests: ResourceAmounts | undefined;
  readonly topology: TopologyRequest | undefined;
}

/**
 * What a pod set has got.
 *
 * @public
 */
export interface PodSetAssignment {
  readonly name: string;
  /** Flavor by resource. */
  readonly flavors: Readonly<Record<string, string>>;
  readonly usage: ResourceAmounts;
  readonly count: number | undefined;
  readonly topology: TopologyAssignment | undefined;
}

/** @public */
export type KueueWorkloadState =
  | 'pending'
  | 'quota-reserved'
  | 'admitted'
  | 'finished';

/**
 * A set of pods that Kueue admits together.
 *
 * @see kubernetes-sigs/kueue apis/kueue/v1beta2/workload_types.go
 *
 * @public
 */
export interface KueueWorkload {
  readonly uid: string | undefined;
  readonly namespace: string;
  readonly name: string;
  readonly owner: { readonly kind: string; readonly name: string } | undefined;
  /** Name of the LocalQueue, in the namespace of the workload. */
  readonly queue: string | undefined;
  readonly priority: number | undefined;
  readonly priorityClass: string | undefined;
  /** `false`: it was switched off and is never admitted. */
  readonly active: boolean;
  readonly createdAt: string | undefined;
  readonly podSets: readonly KueuePodSet[];
  readonly state: KueueWorkloadState;
  readonly conditions: readonly KueueCondition[];
  /** ClusterQueue in which it holds quota. */
  readonly clusterQueue: string | undefined;
  readonly assignments: readonly PodSetAssignment[];
  /** Checks that have not said yes, such as a pending ProvisioningRequest. */
  readonly openChecks: ReadonlyArray<{
    readonly name: string;
    readonly state: string;
    readonly message: string | undefined;
  }>;
  /** Earliest time of the next attempt after an eviction. */
  readonly requeueAt: string | undefined;
  /** Times that it was evicted; absent where that is not said. */
  readonly evictions: number | undefined;
  readonly maximumExecutionSeconds: number | undefined;
}

const workloadSchema = z.object({
  metadata: z.object({
    uid: z.string().nullish(),
    namespace: z.string(),
    name: z.string(),
    creationTimestamp: z.string().nullish(),
    ownerReferences: z
      .array(
        z.object({
          kind: z.string(),
          name: z.string(),
          controller: z.boolean().nullish(),
        }),
      )
      .nullish(),
  }),
  spec: z.object({
    queueName: z.string().nullish(),
    priority: z.number().nullish(),
    priorityClassName: z.string().nullish(),
    priorityClassRef: z.object({ name: z.string() }).nullish(),
    active: z.boolean().nullish(),
    maximumExecutionTimeSeconds: z.number().nullish(),
    podSets: z
      .array(
        z.object({
          name: z.string().nullish(),
          count: z.number(),
          minCount: z.number().nullish(),
          topologyRequest: topologyRequestSchema.nullish(),
        }),
      )
      .nullish(),
  }),
  status: z
    .object({
      conditions: z.array(conditionSchema).nullish(),
      admission: z
        .object({
          clusterQueue: z.string(),
          podSetAssignments: z
            .array(
              z.object({
                name: z.string().nullish(),
                flavors: z.record(z.string(), z.string()).nullish(),
                resourceUsage: resourceListSchema.nullish(),
                count: z.number().nullish(),
                topologyAssignment: topologyAssignmentSchema.nullish(),
              }),
            )
            .nullish(),
        })
        .nullish(),
      admissionChecks: z
        .array(
          z.object({
            name: z.string(),
            state: z.string(),
            message: z.string().nullish(),
          }),
        )
        .nullish(),
      resourceRequests: z
        .array(
          z.object({
            name: z.string().nullish(),
            resources: resourceListSchema.nullish(),
          }),
        )
        .nullish(),
      requeueState: z.object({ requeueAt: z.string().nullish() }).nullish(),
      schedulingStats: z
        .object({
          evictions: z.array(z.object({ count: z.number() })).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

type Workload = z.infer<typeof workloadSchema>;

/** Name that Kueue gives to the only pod set. */
const DEFAULT_POD_SET = 'main';

/**
 * Reads a Workload of v1beta1 or v1beta2.
 *
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readKueueWorkload(object: unknown): KueueWorkload {
  const { metadata, spec, status } = workloadSchema.parse(object);
  const conditions = readConditions(status?.conditions);
  const assignments = assignmentsOf(status);
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  return {
    uid: metadata.uid || undefined,
    namespace: metadata.namespace,
    name: metadata.name,
    owner: owner && { kind: owner.kind, name: owner.name },
    queue: spec.queueName || undefined,
    priority: spec.priority ?? undefined,
    priorityClass:
      spec.priorityClassRef?.name || spec.priorityClassName || undefined,
    active: spec.active ?? true,
    createdAt: metadata.creationTimestamp || undefined,
    podSets: podSetsOf({ spec, status, assignments }),
    state: stateOf(conditions),
    conditions,
    clusterQueue: status?.admission?.clusterQueue || undefined,
    assignments,
    openChecks: (status?.admissionChecks ?? [])
      .filter(({ state }) => state !== 'Ready')
      .map(({ name, state, message }) => ({
        name,
        state,
        message: message || undefined,
      })),
    requeueAt: status?.requeueState?.requeueAt || undefined,
    evictions: status?.schedulingStats?.evictions?.reduce(
      (sum, { count }) => sum + count,
      0,
    ),
    maximumExecutionSeconds: spec.maximumExecutionTimeSeconds ?? undefined,
  };
}

function assignmentsOf(
  status: Workload['status'],
): readonly PodSetAssignment[] {
  return (status?.admission?.podSetAssignments ?? []).map(assignment => ({
    name: assignment.name || DEFAULT_POD_SET,
    flavors: assignment.flavors ?? {},
    usage: readResourceAmounts(assignment.resourceUsage),
    count: assignment.count ?? undefined,
    topology: assignment.topologyAssignment
      ? readTopologyAssignment(assignment.topologyAssignment)
      : undefined,
  }));
}

/** Once quota is reserved the status says the requests no more, but what was given. */
function podSetsOf(workload: {
  readonly spec: Workload['spec'];
  readonly status: Workload['status'];
  readonly assignments: readonly PodSetAssignment[];
}): readonly KueuePodSet[] {
  const { spec, status, assignments } = workload;
  return (spec.podSets ?? []).map(podSet => {
    const name = podSet.name || DEFAULT_POD_SET;
    const requests = status?.resourceRequests?.find(
      request => (request.name || DEFAULT_POD_SET) === name,
    );
    return {
      name,
      count: podSet.count,
      minCount: podSet.minCount ?? undefined,
      requests: requests
        ? readResourceAmounts(requests.resources)
        : assignments.find(assignment => assignment.name === name)?.usage,
      topology: readTopologyRequest(podSet.topologyRequest),
    };
  });
}

const STATES: ReadonlyArray<readonly [string, KueueWorkloadState]> = [
  ['Finished', 'finished'],
  ['Admitted', 'admitted'],
  ['QuotaReserved', 'quota-reserved'],
];

function stateOf(conditions: readonly KueueCondition[]): KueueWorkloadState {
  const reached = STATES.find(([type]) =>
    conditions.some(
      condition => condition.type === type && condition.status === 'True',
    ),
  );
  return reached?.[1] ?? 'pending';
}
