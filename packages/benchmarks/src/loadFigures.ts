import { z } from 'zod/v4';
import { MeasuringProcess } from './MeasuringProcess';

const loadSchema = z.object({
  p50Ms: z.number(),
  p95Ms: z.number(),
  bytes: z.number(),
  answers: z.number(),
});

/** What many requests of one address took. */
export type LoadFigures = z.infer<typeof loadSchema>;

/** Asks one address one request after the other, from a process of its own. */
export async function loadFigures(options: {
  readonly url: string;
  readonly requests: number;
  /** Between two requests. */
  readonly pauseMs: number;
  /** To post one after the other, again from the first; read where there are none. */
  readonly bodies?: readonly object[];
}): Promise<LoadFigures> {
  const { url, requests, pauseMs, bodies = [] } = options;
  const client = await MeasuringProcess.start({
    script: require.resolve('./loadClient'),
    arguments: [
      url,
      String(requests),
      String(pauseMs),
      ...bodies.map(body => JSON.stringify(body)),
    ],
    message: loadSchema,
  });
  await client.stop();
  return client.message;
}
