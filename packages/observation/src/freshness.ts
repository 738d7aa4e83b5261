import { z } from 'zod/v4';

/**
 * How current a view is. Times are ISO 8601. What is `unobserved` is not empty: nothing is known of it.
 *
 * @public
 */
export const freshnessSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('loading') }),
  z.object({ status: z.literal('live'), asOf: z.string() }),
  z.object({
    status: z.literal('stale'),
    /** Last time at which the view was known to be current; absent where it never was. */
    since: z.string().optional(),
    error: z.string(),
  }),
  z.object({ status: z.literal('unobserved'), reason: z.string() }),
]);

/** @public */
export type Freshness = z.infer<typeof freshnessSchema>;
