import { z } from 'zod/v4';

const SPECIAL: Readonly<Record<string, number>> = {
  NaN,
  '+Inf': Infinity,
  Inf: Infinity,
  '-Inf': -Infinity,
};

const valueSchema = z.string().transform((text, context) => {
  const value = SPECIAL[text] ?? (text === '' ? undefined : Number(text));
  if (value === undefined || (Number.isNaN(value) && text !== 'NaN')) {
    context.addIssue({ code: 'custom', message: 'is no number' });
    return z.NEVER;
  }
  return value;
});

const texts = z.array(z.string()).nullish();

/** An instant vector. Native histograms, which have no value, are left out. */
export const vectorSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('vector'),
    result: z
      .array(
        z.object({
          metric: z.record(z.string(), z.string()),
          value: z.tuple([z.number(), valueSchema]).optional(),
        }),
      )
      .transform(elements =>
        elements.flatMap(({ metric, value }) =>
          value ? [{ labels: metric, value: value[1] }] : [],
        ),
      ),
  }),
  warnings: texts,
  infos: texts,
});

export const errorSchema = z.object({
  status: z.literal('error'),
  errorType: z.string().default('error'),
  error: z.string().default('it does not say why'),
});
