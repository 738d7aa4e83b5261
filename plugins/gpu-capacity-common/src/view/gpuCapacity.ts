import { z } from 'zod/v4';
import { poolSchema } from './poolView';
import { workloadSchema } from './workloadView';

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
