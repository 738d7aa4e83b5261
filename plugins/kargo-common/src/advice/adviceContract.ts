import { z } from 'zod/v4';

// Names of Kubernetes objects, and of clusters, which may have a path.
const name = z.string().min(1).max(253);

/** Longest summary and question, in characters, and how many questions there are at most. */
export const ADVICE_LIMITS = {
  summary: 1_500,
  question: 300,
  questions: 6,
} as const;

/**
 * What a model says about a failure: plain text, never a link, never an instruction to the portal.
 *
 * @public
 */
export const adviceSchema = z.object({
  summary: z.string().min(1).max(ADVICE_LIMITS.summary),
  /** What a person may check. */
  questions: z
    .array(z.string().min(1).max(ADVICE_LIMITS.question))
    .max(ADVICE_LIMITS.questions),
});

/** @public */
export type Advice = z.infer<typeof adviceSchema>;

/**
 * What advice is about.
 *
 * @public
 */
export const adviceSubjectSchema = z.strictObject({
  kind: z.enum(['promotion', 'stage']),
  controlPlane: name,
  name,
});

/** @public */
export type AdviceSubject = z.infer<typeof adviceSubjectSchema>;

/**
 * Answer of `GET /advisor`: whether there is a model to ask, and which.
 *
 * @public
 */
export const advisorStatusSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('on'), model: z.string() }),
  z.object({ status: z.literal('off') }),
]);

/** @public */
export type AdvisorStatus = z.infer<typeof advisorStatusSchema>;

/**
 * Body of `POST /entities/:kind/:namespace/:name/advice`.
 *
 * @public
 */
export const askAdviceBodySchema = z.strictObject({
  subject: adviceSubjectSchema,
});

/** @public */
export type AskAdviceBody = z.infer<typeof askAdviceBodySchema>;

/**
 * Answer of `POST /entities/:kind/:namespace/:name/advice`. Where there is no advice, the diagnosis stands as it is.
 *
 * @public
 */
export const adviceAnswerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('advice'),
    /** UUID, for the verdict. */
    id: z.string(),
    advice: adviceSchema,
    model: z.string(),
    /** When the model answered, ISO 8601. */
    at: z.string(),
  }),
  z.object({
    status: z.literal('unavailable'),
    /** A sentence for the reader. */
    reason: z.string(),
  }),
]);

/** @public */
export type AdviceAnswer = z.infer<typeof adviceAnswerSchema>;

/**
 * What people make of advice.
 *
 * @public
 */
export const ADVICE_VERDICTS = ['used', 'dismissed'] as const;

const verdict = z.enum(ADVICE_VERDICTS);

/** @public */
export type AdviceVerdict = z.infer<typeof verdict>;

/**
 * Body of `POST /advice/:id/verdict`.
 *
 * @public
 */
export const judgeAdviceBodySchema = z.strictObject({ verdict });

/** @public */
export type JudgeAdviceBody = z.infer<typeof judgeAdviceBodySchema>;

/**
 * Answer of `POST /advice/:id/verdict`: the verdict as it is recorded.
 *
 * @public
 */
export const judgedAdviceSchema = z.object({
  id: z.string(),
  verdict,
  /** Entity ref of the person. */
  by: z.string(),
  /** ISO 8601. */
  at: z.string(),
});

/** @public */
export type JudgedAdvice = z.infer<typeof judgedAdviceSchema>;
