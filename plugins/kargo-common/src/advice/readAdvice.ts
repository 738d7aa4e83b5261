import { z } from 'zod/v4';
import { ADVICE_LIMITS, type Advice } from './adviceContract';
import { plainText } from './plainText';

const answerSchema = z.object({
  summary: z.string(),
  questions: z.array(z.string()).default([]),
});

/**
 * Advice, or why there is none in an answer.
 *
 * @public
 */
export type ReadAdvice =
  | { readonly status: 'read'; readonly advice: Advice }
  | { readonly status: 'empty' | 'garbage' };

/**
 * Reads what a model answered. Links are dropped, what is too long is cut; what is no advice is said to be none.
 *
 * @public
 */
export function readAdvice(answer: unknown): ReadAdvice {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return { status: 'garbage' };
  const { summary, questions } = parsed.data;
  const advice: Advice = {
    summary: plainText(summary, ADVICE_LIMITS.summary),
    questions: questions
      .map(question => plainText(question, ADVICE_LIMITS.question))
      .filter(question => question !== '')
      .slice(0, ADVICE_LIMITS.questions),
  };
  return advice.summary === ''
    ? { status: 'empty' }
    : { status: 'read', advice };
}
