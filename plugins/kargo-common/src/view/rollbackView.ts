import { z } from 'zod/v4';

const stageFreightSchema = z.object({
  /** Its warehouse. */
  origin: z.string(),
  /** Its name. */
  freight: z.string(),
  version: z.string().optional(),
});

/**
 * What a stage could go back to, as `rollbackAdvice` says; nothing is done by it.
 *
 * @public
 */
export const rollbackViewSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('suggested'),
    message: z.string(),
    /** One after the other: Kargo promotes one origin at a time. */
    promote: z.array(stageFreightSchema),
    /** What else would be undone, the newest first. */
    alsoUndone: z.array(stageFreightSchema),
    /** What stays as it is, in words. */
    irreversible: z.array(z.string()),
  }),
  z.object({
    status: z.literal('none'),
    message: z.string(),
    /** What was looked at, the newest first, and why it is not it. */
    considered: z.array(
      z.object({ freight: z.array(stageFreightSchema), reason: z.string() }),
    ),
  }),
]);

/** @public */
export type RollbackView = z.infer<typeof rollbackViewSchema>;
