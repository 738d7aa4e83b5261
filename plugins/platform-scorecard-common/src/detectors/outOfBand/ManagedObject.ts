import { z } from 'zod/v4';
import { groupOf, type KubernetesObjectRef } from '../KubernetesObjectRef';
import { readObject, type Readable } from '../unreadable';
import { fieldPaths, type FieldPath } from './fieldPaths';

/** An entry of `metadata.managedFields` that can be read. */
export interface ManagedEntry {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  /** When fields of this entry changed last; the API server leaves it out for the scale subresource. */
  readonly time: string | undefined;
  readonly subresource: string | undefined;
  readonly paths: readonly FieldPath[];
}

/** An object, as far as its managed fields go. */
export interface ManagedObject {
  readonly ref: KubernetesObjectRef;
  /** API group; the core group is empty. */
  readonly group: string;
  /** API group of the controller that owns it. */
  readonly ownerGroup: string | undefined;
  /** `undefined` where the object has none, as when a cache strips them. */
  readonly entries: readonly ManagedEntry[] | undefined;
  /** What is wrong with the entries that cannot be read. */
  readonly unreadable: ReadonlyArray<{ manager: string; problem: string }>;
}

const objectSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().nullish(),
    uid: z.string().nullish(),
    ownerReferences: z.array(z.unknown()).nullish(),
    managedFields: z.array(z.unknown()).nullish(),
  }),
});

const ownerSchema = z.object({
  apiVersion: z.string(),
  controller: z.literal(true),
});

const entrySchema = z.object({
  manager: z.string().default('unknown'),
  operation: z.enum(['Apply', 'Update']),
  time: z.iso.datetime({ offset: true }).nullish(),
  subresource: z.string().nullish(),
  fieldsType: z.literal('FieldsV1').nullish(),
  fieldsV1: z
    .unknown()
    .optional()
    .transform((fields, context): FieldPath[] => {
      try {
        return fieldPaths(fields ?? {});
      } catch {
        context.addIssue({ code: 'custom', message: 'expected nested maps' });
        return z.NEVER;
      }
    }),
});

const managerSchema = z.object({ manager: z.string() });

/** Reads the managed fields of any object. An entry that cannot be read hides no other. */
export function readManagedObject(object: unknown): Readable<ManagedObject> {
  const read = readObject(objectSchema, object);
  if (!read.ok) {
    return read;
  }
  const { apiVersion, kind, metadata } = read.value;
  const owner = metadata.ownerReferences
    ?.map(reference => ownerSchema.safeParse(reference))
    .find(({ success }) => success)?.data;
  const entries: ManagedEntry[] = [];
  const unreadable: { manager: string; problem: string }[] = [];
  for (const candidate of metadata.managedFields ?? []) {
    const entry = readObject(entrySchema, candidate);
    if (entry.ok) {
      const { manager, operation, time, subresource, fieldsV1 } = entry.value;
      entries.push({
        manager,
        operation,
        time: time ? new Date(time).toISOString() : undefined,
        subresource: subresource || undefined,
        paths: fieldsV1,
      });
    } else {
      unreadable.push({
        manager: managerSchema.safeParse(candidate).data?.manager ?? 'unknown',
        problem: entry.problem,
      });
    }
  }
  return {
    ok: true,
    value: {
      ref: {
        uid: metadata.uid ?? undefined,
        apiVersion,
        kind,
        namespace: metadata.namespace ?? undefined,
        name: metadata.name,
      },
      group: groupOf(apiVersion),
      ownerGroup: owner && groupOf(owner.apiVersion),
      entries: metadata.managedFields?.length ? entries : undefined,
      unreadable,
    },
  };
}
