import { observationSchema } from '@fairway/observation';
import { z } from 'zod/v4';
import { HOLDINGS } from '../model';
import { fitViewSchema } from './fitView';
import { partSchema } from './poolView';
import { pendingWorkloadSchema } from './queuesView';

const podSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  node: z.string().optional(),
  product: z.string().optional(),
  holding: z.enum(HOLDINGS),
  accelerators: z.record(z.string(), z.number()),
  waste: z.string().optional(),
  /** Why it has no node yet, in a sentence. */
  pending: z.string().optional(),
});

/** Pods of one kind that a workload is made of. */
const pieceSchema = z.object({
  name: z.string(),
  /** Accelerators that one pod asks for, by resource. */
  devices: z.record(z.string(), z.number()),
  now: z.number(),
  min: z.number(),
  /** Absent: there is no ceiling. */
  max: z.number().optional(),
});

/** Something that makes pods: a RayService, a Deployment. */
const demandSchema = z.object({
  cluster: z.string(),
  kind: z.string(),
  /** Absent where the reader may not know it, as is the name. */
  namespace: z.string().optional(),
  name: z.string().optional(),
  pieces: z.array(pieceSchema),
  /** It waits for admission by a queue. */
  waits: pendingWorkloadSchema.optional(),
  /** Whether its pods at the minimum would fit beside what runs, for what is missing to it. */
  atMin: fitViewSchema.optional(),
  /** What is missing to its maximum; without a ceiling, how many more there is room for now. */
  atMax: fitViewSchema.optional(),
  upgrade: z
    .object({
      sentence: z.string(),
      fit: fitViewSchema.optional(),
    })
    .optional(),
  findings: z.array(z.string()),
});

/** Whether a part of a card would be enough for equal pods, each of which holds a whole one. */
const rightSizeSchema = z.object({
  cluster: z.string(),
  product: z.string().optional(),
  pods: z.number(),
  /** `smaller`: a part would do; `fits`: no part would; `unknown`: that cannot be said. */
  status: z.enum(['smaller', 'fits', 'unknown']),
  /** Of MIG, as in `nvidia.com/mig-1g.10gb`; present for `smaller` only, as is the memory. */
  profile: z.string().optional(),
  memoryBytes: z.number().optional(),
  /** Over which it was measured; absent where nothing was read. */
  periodSeconds: z.number().optional(),
  /** With what it is based on, or why it cannot be said. */
  sentence: z.string(),
});

/** The page of a component. */
export const workloadSchema = z.object({
  scope: z.literal('workload'),
  headline: z.string(),
  clusters: z.array(
    observationSchema.extend({
      cluster: z.object({ name: z.string(), title: z.string().optional() }),
      /** What is known beside pods. */
      parts: z.array(partSchema).optional(),
    }),
  ),
  /** Pods whose names the reader may know. */
  pods: z.array(podSchema),
  /** Pods of the component whose names the reader may not know. */
  hidden: z.object({
    pods: z.number(),
    devices: z.record(z.string(), z.number()),
  }),
  demands: z.array(demandSchema),
  /** What is done with what is held; absent where no metrics are read of it. */
  use: z
    .object({
      sentence: z.string(),
      held: z.number(),
      /** Of those that are held. */
      reporting: z.number(),
      busy: z.number(),
      idle: z.number(),
      /** Highest share of the time in which one of them was busy in the window, 0 to 1. */
      busyMax: z.number().optional(),
      /** False where figures are those of a device that others use too. */
      attributable: z.boolean(),
    })
    .optional(),
  /** What Ray has given away of what its pods hold; absent where the component has no pods of Ray, or no metrics are read. */
  ray: z
    .object({
      sentence: z.string(),
      /** Pods of Ray on nodes. */
      pods: z.number(),
      /** Of those pods. */
      reporting: z.number(),
      /** GPUs that tasks and actors have; parts are possible. */
      given: z.number(),
      /** GPUs that Ray knows of in the pods that report. */
      managed: z.number(),
    })
    .optional(),
  /** Absent where no metrics are read. */
  rightSizes: z.array(rightSizeSchema).optional(),
});

/** @public */
export type WorkloadCapacity = z.infer<typeof workloadSchema>;

/** @public */
export type RightSizeView = z.infer<typeof rightSizeSchema>;

/** @public */
export type PodView = z.infer<typeof podSchema>;

/** @public */
export type DemandView = z.infer<typeof demandSchema>;
