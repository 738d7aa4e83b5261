import { z } from 'zod/v4';

/**
 * Answer of `POST /facts`.
 *
 * @public
 */
export const ingestReportSchema = z.object({
  received: z.number().int(),
  /** Facts that were new. */
  accepted: z.number().int(),
  /** Facts whose `source` and `id` were known; they change nothing. */
  duplicates: z.number().int(),
  /**
   * Facts that were refused, by their place in the request. Among them those whose `source` and `id` are known with other
   * content: what is stored stays, and a correction is a new fact that supersedes it.
   */
  rejected: z.array(z.object({ index: z.number().int(), reason: z.string() })),
});

/**
 * What became of the facts of one request.
 *
 * @public
 */
export type IngestReport = z.infer<typeof ingestReportSchema>;
