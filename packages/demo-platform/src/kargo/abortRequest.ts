import { z } from 'zod/v4';

export const ABORT = 'kargo.akuity.io/abort';

const requestSchema = z.object({
  action: z.literal('terminate'),
  actor: z.string().optional(),
});

/** What the abort annotation of a Promotion asks for: the plain word, or a request in JSON. */
export function readAbortRequest(
  annotations: Readonly<Record<string, string>> | undefined,
): z.infer<typeof requestSchema> | undefined {
  const value = annotations?.[ABORT];
  if (value === undefined) return undefined;
  if (value === 'terminate') return { action: 'terminate' };
  try {
    return requestSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
