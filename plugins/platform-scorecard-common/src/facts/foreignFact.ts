import { z } from 'zod/v4';
import { factEnvelope, FACT_KINDS, FACT_TYPE_PREFIX } from './platformFact';

const KINDS: ReadonlySet<string> = new Set(FACT_KINDS);

/**
 * A CloudEvents 1.0 event of a type that this version does not know: kept for later, and counted nowhere.
 *
 * @public
 */
export const foreignFactSchema = z.object({
  ...factEnvelope,
  type: z
    .string()
    .min(1)
    .max(128)
    .refine(type => !KINDS.has(type), {
      error: `expected the prefix ${FACT_TYPE_PREFIX}`,
    }),
  subject: z.string().max(512).optional(),
  data: z.unknown(),
});

/**
 * What {@link foreignFactSchema} reads.
 *
 * @public
 */
export type ForeignFact = z.infer<typeof foreignFactSchema>;
