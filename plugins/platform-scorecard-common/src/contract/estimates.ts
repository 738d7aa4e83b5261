import { z } from 'zod/v4';

const noDataSchema = z.object({ kind: z.literal('no-data') });

/** A share with its 95 % interval; all numbers lie in 0 to 1. */
export const proportionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('estimate'),
    value: z.number(),
    low: z.number(),
    high: z.number(),
    n: z.number().int(),
  }),
  noDataSchema,
]);

/** A median with its 95 % interval; all numbers are days. */
export const medianSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reached'),
    value: z.number(),
    low: z.number(),
    high: z.number().optional(),
  }),
  z.object({ kind: z.literal('not-reached'), atLeast: z.number() }),
  noDataSchema,
]);

/**
 * A share with its interval, or the statement that there is no data.
 *
 * @public
 */
export type Proportion = z.infer<typeof proportionSchema>;

/**
 * A median in days with its interval, a lower bound, or the statement that there is no data.
 *
 * @public
 */
export type Median = z.infer<typeof medianSchema>;
