import { z } from 'zod/v4';
import { freshnessSchema } from './freshness';

/**
 * What every observed part of an answer carries beside its items; extend it with them.
 *
 * @public
 */
export const observationSchema = z.object({
  freshness: freshnessSchema,
  /** Objects that could not be read; they are missing from the items. */
  malformed: z.array(z.object({ key: z.string(), message: z.string() })),
});

/** @public */
export type Observation = z.infer<typeof observationSchema>;
