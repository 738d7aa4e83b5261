import { z } from 'zod/v4';
import { FACT_KINDS } from '../facts';

/** Most rows that one request may ask for. */
const MAX_FACTS_PER_PAGE = 200;

/**
 * Query of `GET /facts`.
 *
 * @public
 */
export const factListQuerySchema = z.object({
  kind: z.enum(FACT_KINDS).optional(),
  synthetic: z.enum(['include', 'exclude']).default('include'),
  limit: z.coerce.number().int().min(1).max(MAX_FACTS_PER_PAGE).default(25),
  /** The `nextCursor` of the page before. */
  cursor: z.string().regex(/^\d+$/, 'expected a cursor').optional(),
});

/**
 * Answer of `GET /facts`: newest arrivals first.
 *
 * @public
 */
export const factListSchema = z.object({
  items: z.array(
    z.object({
      source: z.string(),
      id: z.string(),
      kind: z.string(),
      subject: z.string(),
      team: z.string().optional(),
      /** When it happened. */
      time: z.iso.datetime(),
      /** When the scorecard learned of it. */
      observedAt: z.iso.datetime(),
      synthetic: z.boolean(),
      /** False where this version does not know the kind: it is in no number. */
      known: z.boolean(),
      capability: z.string().optional(),
      /** `id` of the fact of the same source that it puts right. */
      supersedes: z.string().optional(),
      /** Of a kind that is not known, nothing. */
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  nextCursor: z.string().optional(),
});

/**
 * Facts behind a number.
 *
 * @public
 */
export type FactList = z.infer<typeof factListSchema>;
