import { z } from 'zod/v4';
import { PORTFOLIO_STATES } from './portfolioState';

const count = z.number().int().min(0);

/** How many stages are in each tone; stages without freight are `unknown`. */
export const stageCountsSchema = z.object({
  good: count,
  attention: count,
  bad: count,
  busy: count,
  unknown: count,
});

/** @public */
export type StageCounts = z.infer<typeof stageCountsSchema>;

/**
 * How the project of an entity stands on one control plane.
 *
 * @public
 */
export const portfolioItemSchema = z.object({
  entityRef: z.string(),
  /** What people call the entity. */
  title: z.string(),
  /** Entity ref. */
  owner: z.string().optional(),
  /** Entity ref. */
  system: z.string().optional(),
  /** Absent where no control plane is known to have the project. */
  controlPlane: z
    .object({ name: z.string(), title: z.string().optional() })
    .optional(),
  project: z.string(),
  state: z.enum(PORTFOLIO_STATES),
  /** Why it is in this state, one sentence. */
  reason: z.string(),
  /** How many more things were found that need somebody. */
  moreReasons: count.optional(),
  /** Since when, ISO 8601; absent where it is not known. */
  since: z.string().optional(),
  newestVersion: z.string().optional(),
  /** What the last stages of the pipeline have, each once. */
  productionVersions: z.array(z.string()),
  stages: stageCountsSchema,
  /** The strictest of its stages; absent where there are none. */
  riskClass: z.string().optional(),
  /** Nobody has set the class: it was inferred, or is the strictest for want of a better one. */
  riskClassAssumed: z.boolean().optional(),
  /** Shards by name; the default one is `default`. */
  shards: z.array(z.string()),
});

/** @public */
export type PortfolioItem = z.infer<typeof portfolioItemSchema>;
