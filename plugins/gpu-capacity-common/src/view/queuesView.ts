import { observationSchema } from '@fairway/observation';
import { z } from 'zod/v4';
import { PENDING_CAUSES } from '../kueue';

/** Amounts of a row of which there may be no end. */
const ENDLESS = ['nominal', 'lendable', 'available'] as const;

/** What one queue has of a resource in a flavor: `cpu` in millicores, everything else in whole units. */
const quotaRowSchema = z.object({
  flavor: z.string(),
  resource: z.string(),
  /** Own share. */
  nominal: z.number().optional(),
  /** Held by workloads, started or not: what counts against the share. Absent amounts are unknown. */
  reserved: z.number().optional(),
  /** Held by workloads that have been let go. */
  used: z.number().optional(),
  /** Held beyond the own share. */
  borrowed: z.number().optional(),
  /** Of the own share, not held: what others may be using. */
  lendable: z.number().optional(),
  /** Of the own share, in use by others: bounds, as who lends to whom is nowhere recorded. */
  lent: z.object({ atLeast: z.number(), atMost: z.number() }).optional(),
  /** What may still be taken, with what can be borrowed; negative where more is taken than there is. */
  available: z.number().optional(),
  /** Held beyond all that there is. */
  overAdmitted: z.number().optional(),
  /** Amounts without limit: they are absent above, and not unknown. */
  unlimited: z.array(z.enum(ENDLESS)).optional(),
  /** Why an amount is unknown, in a sentence. */
  unknown: z.string().optional(),
});

/** A quantile of a histogram: it is between two bounds, or above the last one. */
const quantileSchema = z.object({
  fromSeconds: z.number(),
  toSeconds: z.number().optional(),
});

/** How long workloads of one priority waited until they were admitted. */
const admissionWaitSchema = z.object({
  /** Absent for those without a priority class. */
  priority: z.string().optional(),
  /** Workloads that were admitted. */
  n: z.number(),
  /** The quantiles are absent where there is not enough history for a range. */
  median: quantileSchema.optional(),
  p90: quantileSchema.optional(),
  sentence: z.string(),
});

const clusterQueueSchema = z.object({
  name: z.string(),
  cohort: z.string().optional(),
  /** Cohort at the root of its tree: quota moves within the tree only. */
  rootCohort: z.string().optional(),
  /** Why it admits nothing at all, in a sentence. */
  closed: z.string().optional(),
  /** Workloads that wait, and that hold quota; absent where the queue does not say. */
  pending: z.number().optional(),
  holding: z.number().optional(),
  rows: z.array(quotaRowSchema),
  /** By priority; absent where waiting times are not known. */
  waits: z.array(admissionWaitSchema).optional(),
});

/** A workload that waits for admission, as the reader may know it. */
export const pendingWorkloadSchema = z.object({
  /** ClusterQueue; absent where its own queue is not observed or leads nowhere. */
  queue: z.string().optional(),
  /** Kind of what asks, such as `RayJob`; absent where the reader may not know it, as are the names. */
  kind: z.string().optional(),
  namespace: z.string().optional(),
  name: z.string().optional(),
  /** Catalog entity that it belongs to. */
  entityRef: z.string().optional(),
  /** What all of its pods ask for, by resource; absent before it has been counted. */
  asks: z.record(z.string(), z.number()).optional(),
  /** The same in words: `8 GPUs and 64 CPUs`. */
  request: z.string(),
  cause: z.enum(PENDING_CAUSES),
  /** Why it waits, in a sentence. */
  reason: z.string(),
  waitedSeconds: z.number().optional(),
  /** Place in its queue, counted from 1; absent where the order is not known. */
  position: z.number().optional(),
  /** Who is tried before it, in a sentence, as far as the reader may know. */
  ahead: z.string().optional(),
});

/** @public */
export type PendingWorkloadView = z.infer<typeof pendingWorkloadSchema>;

const starvingSchema = z.object({
  clusterQueue: z.string(),
  resource: z.string(),
  waitedSeconds: z.number(),
  /** With its numbers: who waits for how much, who borrows meanwhile. */
  sentence: z.string(),
});

const hardwareSchema = z.object({
  flavor: z.string(),
  resource: z.string(),
  /** Quota of all queues and cohorts; absent: unlimited. */
  nominal: z.number().optional(),
  unlimited: z.boolean().optional(),
  /** Allocatable on the nodes of the flavor. */
  allocatable: z.number(),
  nodes: z.number(),
  verdict: z.enum([
    'equal',
    'promised-too-much',
    'left-over',
    'no-nodes',
    'not-defined',
  ]),
  /** Flavors that have quota for the same hardware. */
  sharesNodesWith: z.array(z.string()),
  sentence: z.string(),
});

/**
 * Quota of a cluster and who waits for it. A cluster without queues has none of this.
 *
 * @remarks
 * The queues are those of the cluster that have quota for accelerators on nodes of the pool.
 */
export const queuesSchema = observationSchema.extend({
  clusterQueues: z.array(clusterQueueSchema),
  pending: z.object({
    /** Absent where it is unknown. */
    total: z.number().optional(),
    /** In the order of their queues; at most 100. */
    items: z.array(pendingWorkloadSchema),
    /** Why the order within the queues is not known, in a sentence. */
    unordered: z.string().optional(),
  }),
  starving: z.array(starvingSchema),
  /** Where the waiting times of the queues come from, or why there are none, in a sentence. */
  waitsKnown: z
    .object({ status: z.enum(['known', 'unknown']), sentence: z.string() })
    .optional(),
  hardware: z.array(hardwareSchema),
  flavorsWithoutNodes: z.array(z.string()),
  /** What is wrong with the trees of cohorts, in sentences. */
  problems: z.array(z.string()),
});

/** @public */
export type QueuesView = z.infer<typeof queuesSchema>;

/** @public */
export type ClusterQueueView = z.infer<typeof clusterQueueSchema>;

/** @public */
export type AdmissionWaitView = z.infer<typeof admissionWaitSchema>;

/** @public */
export type QuotaRowView = z.infer<typeof quotaRowSchema>;

/** @public */
export type StarvingView = z.infer<typeof starvingSchema>;

/** @public */
export type QuotaHardwareView = z.infer<typeof hardwareSchema>;
