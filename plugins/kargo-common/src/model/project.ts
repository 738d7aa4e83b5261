import { z } from 'zod/v4';

const projectObjectSchema = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
});

/**
 * A project: a cluster-scoped object whose name is that of its namespace.
 *
 * @public
 */
export interface Project {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Reads a `projects` object.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readProject(object: unknown): Project {
  const { metadata } = projectObjectSchema.parse(object);
  return { name: metadata.name, labels: metadata.labels ?? {} };
}
