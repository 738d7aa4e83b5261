import { observationSchema } from '@fairway/observation';
import { z } from 'zod/v4';
import { ACCELERATOR_KINDS } from '../accelerator';
import { NODE_STATES } from '../model';
import { ledgerViewSchema } from './ledgerView';
import { moveViewSchema } from './moveView';
import { queuesSchema } from './queuesView';

const groupSchema = z.object({
  product: z.string().optional(),
  resource: z.string(),
  kind: z.enum(ACCELERATOR_KINDS),
  nodes: z.number(),
  /** Units that are owned, and where they are. */
  owned: z.number(),
  units: ledgerViewSchema,
  /** Physical devices that the units are; absent where that is not known. */
  devices: z.number().optional(),
  largestFree: z.number(),
  /** Pods of 1, 2, 4 and 8 devices that fit together, each with its share of a node's CPU and memory. */
  slots: z.array(
    z.object({ devices: z.number(), slots: z.number(), nodes: z.number() }),
  ),
  /** Share of what is free that the demand cannot use, by FGD; absent where nothing is free or nothing is asked for. */
  fragmentation: z.number().optional(),
});

const nodeSchema = z.object({
  name: z.string(),
  state: z.enum(NODE_STATES),
  product: z.string().optional(),
  resources: z.array(
    z.object({
      resource: z.string(),
      kind: z.enum(ACCELERATOR_KINDS),
      owned: z.number(),
      units: ledgerViewSchema,
      /** Units that pods hold beyond what the node has. */
      overheld: z.number().optional(),
    }),
  ),
});

/**
 * Kinds of what can be wrong with hardware, or with what is said of it.
 *
 * @public
 */
export const HEALTH_KINDS = [
  'lost-devices',
  'black-hole',
  'reconfiguring',
  'node-problem',
  'not-ready',
  'cordoned',
  'leaving',
  'incomplete-pool',
  'device-taint',
  'leaked-claim',
  'xid',
  'odd-amounts',
] as const;

/** @public */
export type HealthKind = (typeof HEALTH_KINDS)[number];

const healthSchema = z.object({
  kind: z.enum(HEALTH_KINDS),
  severity: z.enum(['bad', 'attention', 'info']),
  node: z.string().optional(),
  sentence: z.string(),
  /** Devices concerned, where that is known. */
  devices: z.number().optional(),
  since: z.string().optional(),
});

/** One side of what is known beside nodes and pods; absent parts of the cluster are left out. */
export const partSchema = z.object({
  name: z.enum([
    'budgets',
    'queues',
    'claims',
    'metrics',
    'quotas',
    'workloads',
  ]),
  status: z.enum(['live', 'stale', 'loading', 'unobserved']),
  reason: z.string().optional(),
});

/** The page of a pool or of a cluster. */
export const poolSchema = z.object({
  scope: z.literal('pool'),
  headline: z.string(),
  cluster: z.object({ name: z.string(), title: z.string().optional() }),
  nodes: observationSchema.extend({ items: z.array(nodeSchema) }),
  pods: observationSchema.extend({
    /** Pods that wait for accelerators anywhere in the cluster. */
    waiting: z.number(),
    gated: z.number(),
    /** Pods that hold accelerators of the pool while their containers cannot run. */
    wasting: z.number(),
  }),
  parts: z.array(partSchema),
  /** In physical devices: what all groups are together. */
  devices: ledgerViewSchema,
  uncounted: z.array(z.object({ resource: z.string(), units: z.number() })),
  groups: z.array(groupSchema),
  health: z.array(healthSchema),
  /** How much of what is held reports what it does; absent where no metrics are read. */
  measured: z
    .object({
      held: z.number(),
      reporting: z.number(),
      notes: z.array(z.string()),
      /** Exporter and metric. */
      sources: z.array(z.string()),
    })
    .optional(),
  /** For the largest preset that fits nowhere although enough is free. */
  moves: moveViewSchema
    .extend({ devices: z.number(), resource: z.string() })
    .optional(),
  /** Absent where the cluster has no queues. */
  queues: queuesSchema.optional(),
});

/** @public */
export type PoolCapacity = z.infer<typeof poolSchema>;

/** @public */
export type GroupView = z.infer<typeof groupSchema>;

/** @public */
export type NodeView = z.infer<typeof nodeSchema>;

/** @public */
export type HealthView = z.infer<typeof healthSchema>;

/** @public */
export type PartView = z.infer<typeof partSchema>;
