import { z } from 'zod/v4';
import { productOf } from './product';
import { acceleratorCounts, type ResourceCounts } from './resourceCounts';
import { resourceListSchema } from './resourceAmounts';

/**
 * Whether the free devices of a node can be used.
 *
 * @remarks
 * `unknown`: the node's own status is unknown, so its devices are neither free nor lost.
 *
 * @public
 */
export const NODE_STATES = [
  'ready',
  'cordoned',
  'not-ready',
  'unknown',
] as const;

/** @public */
export type NodeState = (typeof NODE_STATES)[number];

/**
 * A node that has accelerators.
 *
 * @public
 */
export interface AcceleratorNode {
  readonly name: string;
  readonly state: NodeState;
  readonly labels: Readonly<Record<string, string>>;
  /** Product name as the node says it; absent where it says none. */
  readonly product: string | undefined;
  /** Number of physical devices where a label says it, which differs from the capacity of shared and split ones. */
  readonly physicalDevices: number | undefined;
  readonly capacity: ResourceCounts;
  readonly allocatable: ResourceCounts;
  /** Its MIG layout is being changed: counts are momentarily wrong. */
  readonly reconfiguring: boolean;
}

const nodeSchema = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
  }),
  spec: z.object({ unschedulable: z.boolean().nullish() }).nullish(),
  status: z
    .object({
      capacity: resourceListSchema.nullish(),
      allocatable: resourceListSchema.nullish(),
      conditions: z
        .array(z.object({ type: z.string(), status: z.string() }))
        .nullish(),
    })
    .nullish(),
});

/**
 * Reads a node.
 *
 * @returns `undefined` where it has no accelerators
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readAcceleratorNode(
  object: unknown,
): AcceleratorNode | undefined {
  const { metadata, spec, status } = nodeSchema.parse(object);
  const capacity = acceleratorCounts(status?.capacity);
  if (Object.keys(capacity).length === 0) return undefined;
  const labels = metadata.labels ?? {};
  return {
    name: metadata.name,
    state: stateOf(
      status?.conditions?.find(({ type }) => type === 'Ready')?.status,
      spec?.unschedulable ?? false,
    ),
    labels,
    product: productOf(labels),
    physicalDevices: physicalDevicesOf(labels),
    capacity,
    allocatable: acceleratorCounts(status?.allocatable),
    reconfiguring: labels['nvidia.com/mig.config.state'] === 'pending',
  };
}

function stateOf(ready: string | undefined, unschedulable: boolean): NodeState {
  if (ready === 'False') return 'not-ready';
  if (ready !== 'True') return 'unknown';
  return unschedulable ? 'cordoned' : 'ready';
}

/** With the MIG strategy "single" the label counts slices, so it says nothing about cards. */
function physicalDevicesOf(labels: Record<string, string>): number | undefined {
  if (labels['nvidia.com/mig.strategy'] === 'single') return undefined;
  const count = Number(labels['nvidia.com/gpu.count']);
  return Number.isInteger(count) && count > 0 ? count : undefined;
}
