import { observationSchema } from '@fairway/observation';
import { z } from 'zod/v4';
import { ACCELERATOR_KINDS } from '../accelerator';
import { HOLDINGS } from '../model/pod';
import { NODE_STATES } from '../model/node';

const accountSchema = z.object({
  capacity: z.number(),
  allocatable: z.number(),
  held: z.number(),
  free: z.number(),
  blocked: z.number(),
  lost: z.number(),
  unknown: z.number(),
});

const groupSchema = accountSchema.extend({
  product: z.string().optional(),
  resource: z.string(),
  kind: z.enum(ACCELERATOR_KINDS),
  nodes: z.number(),
  physical: z.number().optional(),
  largestFree: z.number(),
});

const nodeSchema = z.object({
  name: z.string(),
  state: z.enum(NODE_STATES),
  product: z.string().optional(),
  reconfiguring: z.boolean(),
  resources: z.array(accountSchema.extend({ resource: z.string() })),
});

const clusterSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
});

const poolSchema = z.object({
  scope: z.literal('pool'),
  headline: z.string(),
  cluster: clusterSchema,
  /** What is held cannot be said without pods; then held and free are left out of the page. */
  nodes: observationSchema.extend({ items: z.array(nodeSchema) }),
  pods: observationSchema.extend({
    /** Number of pods that wait for accelerators anywhere in the cluster. */
    waiting: z.number(),
    gated: z.number(),
    /** Number of pods that hold accelerators of the pool while their containers cannot run. */
    wasting: z.number(),
  }),
  groups: z.array(groupSchema),
});

const podSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  node: z.string().optional(),
  product: z.string().optional(),
  holding: z.enum(HOLDINGS),
  accelerators: z.record(z.string(), z.number()),
  waste: z.string().optional(),
});

const workloadSchema = z.object({
  scope: z.literal('workload'),
  headline: z.string(),
  clusters: z.array(observationSchema.extend({ cluster: clusterSchema })),
  pods: z.array(podSchema),
});

const nothingSchema = z.object({
  scope: z.literal('none'),
  headline: z.string(),
  /** What to do, in a sentence. */
  advice: z.string(),
});

/**
 * Answer of `GET /entities/:kind/:namespace/:name/capacity`.
 *
 * @public
 */
export const gpuCapacitySchema = z.discriminatedUnion('scope', [
  poolSchema,
  workloadSchema,
  nothingSchema,
]);

/** @public */
export type GpuCapacity = z.infer<typeof gpuCapacitySchema>;

/** @public */
export type PoolCapacity = z.infer<typeof poolSchema>;

/** @public */
export type WorkloadCapacity = z.infer<typeof workloadSchema>;

/** @public */
export type GroupView = z.infer<typeof groupSchema>;

/** @public */
export type NodeView = z.infer<typeof nodeSchema>;

/** @public */
export type PodView = z.infer<typeof podSchema>;
