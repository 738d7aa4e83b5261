import { z } from 'zod/v4';
import type { Labels } from './labelSelector';
import { readObject, type Readable } from './unreadable';

/** A namespace, as far as owners and policies look at it. */
export interface WorkloadNamespace {
  readonly name: string;
  readonly uid: string | undefined;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** ISO 8601. */
  readonly createdAt: string | undefined;
}

const namespaceSchema = z.object({
  metadata: z.object({
    name: z.string(),
    uid: z.string().nullish(),
    labels: z.record(z.string(), z.string()).nullish(),
    annotations: z.record(z.string(), z.string()).nullish(),
    creationTimestamp: z.iso.datetime({ offset: true }).nullish(),
  }),
});

/** Reads a Namespace. Its name is among its labels, as the API server puts it there. */
export function readNamespace(object: unknown): Readable<WorkloadNamespace> {
  const read = readObject(namespaceSchema, object);
  if (!read.ok) {
    return read;
  }
  const { metadata } = read.value;
  return {
    ok: true,
    value: {
      name: metadata.name,
      uid: metadata.uid ?? undefined,
      labels: {
        ...metadata.labels,
        'kubernetes.io/metadata.name': metadata.name,
      },
      annotations: metadata.annotations ?? {},
      createdAt: metadata.creationTimestamp ?? undefined,
    },
  };
}
