import { ZodError, prettifyError, z } from 'zod/v4';

const errorSchema = z.object({ message: z.string().min(1) });

/** What was thrown says, on one line. */
export function toErrorMessage(thrown: unknown): string {
  if (thrown instanceof ZodError) {
    return prettifyError(thrown).replace(/\s*\n\s*/g, ' ');
  }
  const error = errorSchema.safeParse(thrown);
  return error.success ? error.data.message : String(thrown);
}
