import { InputError } from '@backstage/errors';
import type { z } from 'zod/v4';
import { describeIssues } from './describeIssues';

/**
 * Reads a query, a body or parameters of a path.
 *
 * @throws `InputError` that names what is wrong
 *
 * @public
 */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new InputError(describeIssues(parsed.error));
  return parsed.data;
}
