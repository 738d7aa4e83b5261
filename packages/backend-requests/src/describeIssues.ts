import type { z } from 'zod/v4';

/**
 * What is wrong with input, in one line for the person who sent it.
 *
 * @public
 */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    )
    .join('; ');
}
