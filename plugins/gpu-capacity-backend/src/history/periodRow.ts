import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { figuresSchema } from './Figures';
import type { CapacityPeriod, Resolution } from './periods';

/** A period as the database has it. PostgreSQL gives big integers as text. */
export interface PeriodRow {
  readonly pool: string;
  readonly resolution: Resolution;
  readonly start: number | string;
  readonly unit: string;
  readonly description: string;
  readonly figures: string;
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

const rowSchema = z.object({
  pool: z.string(),
  start: z.coerce.number(),
  description: json.pipe(
    z.object({
      cluster: z.string(),
      product: z.string().optional(),
      resource: z.string(),
      kind: z.string(),
    }),
  ),
  figures: json.pipe(figuresSchema),
});

export function periodRow(
  period: CapacityPeriod,
  resolution: Resolution,
): PeriodRow {
  const { pool, start, cluster, product, resource, kind, figures } = period;
  return {
    pool,
    resolution,
    start,
    unit: createHash('sha256')
      .update(JSON.stringify([product, resource, kind]))
      .digest('hex'),
    description: JSON.stringify({ cluster, product, resource, kind }),
    figures: JSON.stringify(figures),
  };
}

/** @returns `undefined` where it cannot be read, as what another version wrote may not */
export function readPeriodRow(row: unknown): CapacityPeriod | undefined {
  const read = rowSchema.safeParse(row);
  if (!read.success) return undefined;
  const { pool, start, description, figures } = read.data;
  const { cluster, product, resource, kind } = description;
  return { pool, start, cluster, product, resource, kind, figures };
}
