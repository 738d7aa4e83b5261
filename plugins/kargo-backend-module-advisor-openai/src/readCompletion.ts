import { readAdvice } from '@fairway/plugin-kargo-common';
import type {
  AdvisorAnswer,
  AdvisorFailureKind,
} from '@fairway/plugin-kargo-node';
import { z } from 'zod/v4';

const completionSchema = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({
        content: z.string().nullish(),
        refusal: z.string().nullish(),
      }),
    }),
  ),
});

/** Ends of an answer that is not whole. */
const ENDS: Readonly<Record<string, AdvisorFailureKind>> = {
  content_filter: 'refused',
  length: 'cut-off',
};

/** Some models put JSON into a block of code, whatever they were asked for. */
const FENCE = /^```(?:json)?\s([\s\S]*)```$/;

/** Reads the answer of the endpoint, which may be anything. */
export function readCompletion(answer: unknown): AdvisorAnswer {
  const parsed = completionSchema.safeParse(answer);
  if (!parsed.success) return failed('garbage');
  const [choice] = parsed.data.choices;
  if (!choice) return failed('empty');
  const { message, finish_reason: end } = choice;
  if (message.refusal) return failed('refused');
  const early = ENDS[end ?? ''];
  if (early) return failed(early);
  const content = message.content?.trim();
  if (!content) return failed('empty');
  const read = readAdvice(parseJson(FENCE.exec(content)?.[1] ?? content));
  return read.status === 'read'
    ? { status: 'advice', advice: read.advice }
    : failed(read.status);
}

function failed(kind: AdvisorFailureKind): AdvisorAnswer {
  return { status: 'failed', failure: { kind } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
