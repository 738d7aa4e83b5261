import { z } from 'zod/v4';

/**
 * An object that cannot be read, so that nothing is known of it.
 *
 * @public
 */
export interface UnreadableObject {
  /** `Kind namespace/name`, as far as they can be read. */
  readonly object: string;
  /** Which field is wrong, and how. */
  readonly problem: string;
}

/** What was read, or that it cannot be read. */
export type Readable<Value> =
  | { readonly ok: true; readonly value: Value }
  | ({ readonly ok: false } & UnreadableObject);

const nameSchema = z.object({
  kind: z.string().optional().catch(undefined),
  metadata: z
    .object({
      namespace: z.string().optional().catch(undefined),
      name: z.string().optional().catch(undefined),
    })
    .catch({}),
});

/** The name of an object for a reader, as far as it has one. */
function nameOf(object: unknown): string {
  const read = nameSchema.safeParse(object);
  if (!read.success) {
    return 'an object without a name';
  }
  const { kind = 'object', metadata } = read.data;
  const { namespace, name = '?' } = metadata;
  return `${kind} ${namespace ? `${namespace}/${name}` : name}`;
}

/** Reads an object by a schema; what is wrong is said and not thrown. */
export function readObject<Schema extends z.ZodType>(
  schema: Schema,
  object: unknown,
): Readable<z.output<Schema>> {
  const read = schema.safeParse(object);
  if (read.success) {
    return { ok: true, value: read.data };
  }
  const [issue] = read.error.issues;
  return {
    ok: false,
    object: nameOf(object),
    problem: `${issue.path.map(String).join('.') || 'the object'}: ${
      issue.message
    }`,
  };
}
