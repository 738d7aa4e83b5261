import { z } from 'zod/v4';
import { DEFAULT_ACCELERATORS, type AcceleratorRegistry } from '../accelerator';
import { NodePartsPool } from './NodePartsPool';
import {
  readResourceAmounts,
  resourceListSchema,
  type ResourceAmounts,
} from './resourceAmounts';

/**
 * Whether the free devices of a node can be used.
 *
 * @remarks
 * `unknown`: the node's own status is unknown, so its devices are neither free nor lost. `leaving`: the node is being
 * taken away by an autoscaler.
 *
 * @public
 */
export const NODE_STATES = [
  'ready',
  'cordoned',
  'leaving',
  'not-ready',
  'unknown',
] as const;

/** @public */
export type NodeCondition = (typeof NODE_STATES)[number];

/** @public */
export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/**
 * A problem that the node's own agents report, such as `GpuMemWatch`.
 *
 * @public
 */
export interface NodeProblem {
  readonly type: string;
  readonly reason: string | undefined;
  readonly message: string | undefined;
  readonly since: string | undefined;
}

/**
 * A node of a cluster: what the scheduler looks at, and what its labels say of its accelerators.
 *
 * @public
 */
export interface ClusterNode {
  readonly name: string;
  readonly state: NodeCondition;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly unschedulable: boolean;
  readonly capacity: ResourceAmounts;
  readonly allocatable: ResourceAmounts;
  /** Product of its accelerators as the node says it; absent where it says none. */
  readonly product: string | undefined;
  /** Memory of one whole device in bytes, where a label says it. */
  readonly deviceMemory: number | undefined;
  /** Number of physical devices where a label says it, which differs from the capacity of shared and split ones. */
  readonly physicalDevices: number | undefined;
  /** Its MIG layout is being changed: counts are momentarily wrong. */
  readonly reconfiguring: boolean;
  readonly problems: readonly NodeProblem[];
}

const nodeSchema = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
  }),
  spec: z
    .object({
      unschedulable: z.boolean().nullish(),
      taints: z
        .array(
          z.object({
            key: z.string(),
            value: z.string().nullish(),
            effect: z.string(),
          }),
        )
        .nullish(),
    })
    .nullish(),
  status: z
    .object({
      capacity: resourceListSchema.nullish(),
      allocatable: resourceListSchema.nullish(),
      conditions: z
        .array(
          z.object({
            type: z.string(),
            status: z.string(),
            reason: z.string().nullish(),
            message: z.string().nullish(),
            lastTransitionTime: z.string().nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

type Node = z.infer<typeof nodeSchema>;
type Condition = NonNullable<NonNullable<Node['status']>['conditions']>[number];

/** Taints with which autoscalers announce that they take a node away. */
const LEAVING_TAINTS = [
  'karpenter.sh/disrupted',
  'karpenter.sh/disruption',
  'ToBeDeletedByClusterAutoscaler',
];

/**
 * Reads a node.
 *
 * @param pool - shares what it has in common with nodes that were read before
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readClusterNode(
  object: unknown,
  accelerators: AcceleratorRegistry = DEFAULT_ACCELERATORS,
  pool: NodePartsPool = NodePartsPool.create(),
): ClusterNode {
  const { metadata, spec, status } = nodeSchema.parse(object);
  const labels = metadata.labels ?? {};
  const taints = (spec?.taints ?? []).map(({ key, value, effect }) => ({
    key,
    value: value ?? '',
    effect,
  }));
  const conditions = status?.conditions ?? [];
  const unschedulable = spec?.unschedulable ?? false;
  return {
    name: metadata.name,
    state: stateOf({
      ready: conditions.find(({ type }) => type === 'Ready')?.status,
      unschedulable,
      leaving: taints.some(({ key }) => LEAVING_TAINTS.includes(key)),
    }),
    labels,
    taints: pool.taints(taints),
    unschedulable,
    capacity: pool.amounts(readResourceAmounts(status?.capacity)),
    allocatable: pool.amounts(readResourceAmounts(status?.allocatable)),
    ...accelerators.describe(labels),
    problems: conditions.filter(isProblem).map(problemOf),
  };
}

function stateOf(node: {
  readonly ready: string | undefined;
  readonly unschedulable: boolean;
  readonly leaving: boolean;
}): NodeCondition {
  if (node.ready === 'False') return 'not-ready';
  if (node.ready !== 'True') return 'unknown';
  if (node.leaving) return 'leaving';
  return node.unschedulable ? 'cordoned' : 'ready';
}

/** Conditions of the kubelet that are no news: `Ready` has a state of its own, the network is no device. */
const ORDINARY_CONDITIONS = ['Ready', 'NetworkUnavailable'];

function isProblem({ type, status }: Condition): boolean {
  return status === 'True' && !ORDINARY_CONDITIONS.includes(type);
}

function problemOf(condition: Condition): NodeProblem {
  return {
    type: condition.type,
    reason: condition.reason ?? undefined,
    message: condition.message ?? undefined,
    since: condition.lastTransitionTime ?? undefined,
  };
}
