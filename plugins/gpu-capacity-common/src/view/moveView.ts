import { z } from 'zod/v4';
import { podRefSchema } from './podRef';

const moveOptionSchema = z.object({
  node: z.string(),
  pods: z.array(
    z.object({
      pod: podRefSchema,
      /** Accelerators that it holds, by resource. */
      devices: z.record(z.string(), z.number()),
      priority: z.number(),
      /** Node that would take it; absent where none was found for all. */
      to: z.string().optional(),
    }),
  ),
});

/** What would have to move so that one pod fits. Advice: nothing is ever moved. */
export const moveViewSchema = z.object({
  sentence: z.string(),
  /** The smallest set of pods of which all find a place elsewhere. */
  move: moveOptionSchema.optional(),
  /** The smallest set of pods of a lower priority, which the scheduler could evict. */
  preempt: moveOptionSchema.optional(),
  exhaustive: z.boolean(),
});

/** @public */
export type MoveView = z.infer<typeof moveViewSchema>;

/** @public */
export type MoveOptionView = z.infer<typeof moveOptionSchema>;
