import { z } from 'zod/v4';
import { PORTFOLIO_STATES } from './portfolioState';

const MAX_VALUES = 50;
const MAX_LENGTH = 253;

const text = z.string().trim().min(1).max(MAX_LENGTH);

/** Given once or several times in a query: each of the values counts. */
function anyOf<T extends z.ZodType>(value: T) {
  return z
    .union([value.transform(one => [one]), z.array(value).max(MAX_VALUES)])
    .optional();
}

/** @public */
export const PORTFOLIO_FILTERS = [
  'owner',
  'system',
  'riskClass',
  'controlPlane',
  'shard',
  'state',
] as const;

/** @public */
export type PortfolioFilter = (typeof PORTFOLIO_FILTERS)[number];

/** @public */
export const PORTFOLIO_SORTS = [
  'urgency',
  'since',
  'title',
  'owner',
  'system',
] as const;

/**
 * Query of `GET /portfolio`. What is not given does not narrow; several values of one filter widen it.
 *
 * @public
 */
export const portfolioQuerySchema = z.object({
  /** Entity refs. */
  owner: anyOf(text),
  /** Entity refs. */
  system: anyOf(text),
  riskClass: anyOf(text),
  controlPlane: anyOf(text),
  shard: anyOf(text),
  state: anyOf(z.enum(PORTFOLIO_STATES)),
  /** Part of a title, a project, a version or a reason. */
  text: z.string().trim().max(MAX_LENGTH).optional(),
  sort: z.enum(PORTFOLIO_SORTS).default('urgency'),
  order: z.enum(['asc', 'desc']).default('asc'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(25),
});

/** @public */
export type PortfolioQuery = z.infer<typeof portfolioQuerySchema>;
