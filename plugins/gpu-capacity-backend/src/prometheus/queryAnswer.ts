import type { MetricSeries } from '@fairway/plugin-gpu-capacity-common';
import { z } from 'zod/v4';

const SPECIAL: Readonly<Record<string, number>> = {
  NaN,
  '+Inf': Infinity,
  Inf: Infinity,
  '-Inf': -Infinity,
};

const texts = z.array(z.string()).nullish();

/** An instant vector. Native histograms, which have no value, are left out. */
export const vectorSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('vector'),
    // Elements are read by hand: schemas of each take a second for the thousands of series of a large cluster.
    result: z.array(z.unknown()).transform((elements, context) => {
      const series: MetricSeries[] = [];
      for (const element of elements) {
        if (!isElement(element)) {
          context.addIssue({ code: 'custom', message: 'is no element' });
          return z.NEVER;
        }
        if (element.value) {
          const value = valueOf(element.value[1]) ?? NaN;
          series.push({ labels: element.metric, value });
        }
      }
      return series;
    }),
  }),
  warnings: texts,
  infos: texts,
});

export const errorSchema = z.object({
  status: z.literal('error'),
  errorType: z.string().default('error'),
  error: z.string().default('it does not say why'),
});

interface Element {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
}

function isElement(element: unknown): element is Element {
  return (
    isRecord(element) &&
    isRecord(element.metric) &&
    Object.values(element.metric).every(text => typeof text === 'string') &&
    (element.value === undefined || isSample(element.value))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSample(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'number' &&
    typeof value[1] === 'string' &&
    valueOf(value[1]) !== undefined
  );
}

function valueOf(text: string): number | undefined {
  if (Object.hasOwn(SPECIAL, text)) return SPECIAL[text];
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isNaN(value) ? undefined : value;
}
