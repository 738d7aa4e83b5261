import { z } from 'zod/v4';
import { portfolioItemSchema } from './portfolioItem';
import { PORTFOLIO_STATES } from './portfolioState';

const count = z.number().int().min(0);

/** Values that a filter can take, with how many items each would leave; the most frequent first. */
const facetSchema = z.array(z.object({ value: z.string(), count }));

/** @public */
export type PortfolioFacet = z.infer<typeof facetSchema>;

/**
 * Answer of `GET /portfolio`.
 *
 * @public
 */
export const portfolioSchema = z.object({
  /** How many need somebody, in one sentence. */
  headline: z.string(),
  /** What is missing, and why. */
  notices: z.array(z.string()),
  /** When the states were computed, ISO 8601; the oldest of them. */
  asOf: z.string(),
  /** Of all items that the filters leave, not only those of this page. */
  total: count,
  offset: count,
  limit: count,
  /** By state, of what the filters other than the state leave. */
  counts: z.record(z.enum(PORTFOLIO_STATES), count),
  facets: z.object({
    owner: facetSchema,
    system: facetSchema,
    riskClass: facetSchema,
    controlPlane: facetSchema,
    shard: facetSchema,
  }),
  items: z.array(portfolioItemSchema),
});

/** @public */
export type Portfolio = z.infer<typeof portfolioSchema>;
