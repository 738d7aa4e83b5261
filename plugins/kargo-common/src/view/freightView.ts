import { z } from 'zod/v4';
import { artifactsSchema } from '../model/artifacts';

/**
 * Freight as a row of the timeline.
 *
 * @public
 */
export const freightViewSchema = z.object({
  name: z.string(),
  alias: z.string().optional(),
  version: z.string().optional(),
  warehouse: z.string().optional(),
  discoveredAt: z.string().optional(),
  artifacts: artifactsSchema,
  /** Names of stages, the first ones where there are many. */
  currentlyIn: z.array(z.string()),
  verifiedIn: z.array(z.string()),
  approvedFor: z.array(z.string()),
  /** How many names were left out of the lists above. */
  moreStages: z.number().optional(),
});

/** @public */
export type FreightView = z.infer<typeof freightViewSchema>;
