import { z } from 'zod/v4';

export const REVERIFY = 'kargo.akuity.io/reverify';

const requestSchema = z.object({
  id: z.string(),
  actor: z.string().optional(),
});

/** What the annotation of a Stage asks to verify again: the id alone, or a request in JSON (`VerificationRequest`). */
export function readReverifyRequest(
  annotations: Readonly<Record<string, string>>,
): z.infer<typeof requestSchema> | undefined {
  const value = annotations[REVERIFY];
  if (value === undefined) return undefined;
  try {
    const read = requestSchema.safeParse(JSON.parse(value));
    return read.success ? read.data : { id: value };
  } catch {
    return { id: value };
  }
}
