import { z } from 'zod/v4';

const evidenceSchema = z.object({
  field: z.string(),
  value: z.string(),
  at: z.string().optional(),
});

/**
 * Something that fails elsewhere at the same time. Others are counted, not named: the reader need not be allowed to see
 * them.
 *
 * @public
 */
export const sharedCauseSchema = z.object({
  kind: z.string(),
  value: z.string(),
  failures: z.number(),
  from: z.string(),
});

const shared = {
  /** What was looked at: "the promotion", "the health of the stage". */
  subject: z.string(),
  evidence: z.array(evidenceSchema),
  sharedCauses: z.array(sharedCauseSchema),
};

/**
 * Why something failed, or that nobody knows.
 *
 * @public
 */
export const diagnosisViewSchema = z.discriminatedUnion('status', [
  z.object({
    ...shared,
    status: z.literal('explained'),
    rule: z.string(),
    cause: z.string(),
    confidence: z.enum(['certain', 'likely', 'possible']),
    severity: z.enum(['failure', 'decision', 'waiting', 'information']),
    nextStep: z.string(),
    whoCanAct: z.string(),
    safeToRetry: z.enum(['yes', 'no', 'after-fix']),
  }),
  z.object({ ...shared, status: z.literal('unknown'), raw: z.string() }),
]);

/** @public */
export type DiagnosisView = z.infer<typeof diagnosisViewSchema>;
