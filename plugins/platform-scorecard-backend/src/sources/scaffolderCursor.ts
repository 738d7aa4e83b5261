import { z } from 'zod/v4';

const cursorSchema = z.object({
  /** Tasks that changed before this moment, less an overlap, have been looked at; milliseconds. */
  lookedUntil: z.number(),
  /** Last look through all tasks, which is what finds retries of old ones; milliseconds. */
  scannedAllAt: z.number(),
  /** Tasks still to be followed to their end, in order. */
  open: z.array(z.string()),
  /** Tasks of the overlap that are done with, and their last change; milliseconds. */
  settled: z.record(z.string(), z.number()),
});

/** How far the scaffolder's tasks have been followed. */
export type ScaffolderCursor = z.infer<typeof cursorSchema>;

const START: ScaffolderCursor = {
  lookedUntil: 0,
  scannedAllAt: 0,
  open: [],
  settled: {},
};

/** A cursor that cannot be read means starting over, which is slow but changes nothing. */
export function parseScaffolderCursor(
  text: string | undefined,
): ScaffolderCursor {
  if (text === undefined) {
    return START;
  }
  try {
    return cursorSchema.parse(JSON.parse(text));
  } catch {
    return START;
  }
}
