import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';

const exchangeSchema = z.object({
  title: z.string(),
  request: z.object({
    method: z.string(),
    path: z.string(),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
  }),
  response: z.object({
    status: z.number(),
    headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    body: z.unknown().optional(),
    stream: z
      .array(
        z.object({
          atMs: z.number(),
          event: z.looseObject({
            type: z.string(),
            object: z.looseObject({}),
          }),
        }),
      )
      .optional(),
  }),
});

/** One request to a real kube-apiserver and what it answered. */
export type RecordedExchange = z.infer<typeof exchangeSchema>;

/** Where the recordings are, or `undefined` where they are not available. */
export const recordingsDirectory = process.env.FAIRWAY_KUBERNETES_FIXTURES;

export function readExchanges(
  directory: string,
  file: string,
): RecordedExchange[] {
  return z
    .array(exchangeSchema)
    .parse(JSON.parse(readFileSync(join(directory, file), 'utf8')));
}
