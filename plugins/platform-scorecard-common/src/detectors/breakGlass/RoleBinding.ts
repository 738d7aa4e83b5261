import { z } from 'zod/v4';
import type { KubernetesObjectRef } from '../KubernetesObjectRef';
import type { Labels } from '../labelSelector';
import { readObject, type Readable } from '../unreadable';

/** A RoleBinding or ClusterRoleBinding. */
export interface RoleBinding {
  readonly ref: KubernetesObjectRef;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly createdAt: string | undefined;
  /** Such as `ClusterRole/admin`. */
  readonly role: string;
  readonly subjects: ReadonlyArray<{
    readonly kind: string;
    readonly name: string;
  }>;
}

const roleBindingSchema = z.object({
  apiVersion: z.string().startsWith('rbac.authorization.k8s.io/'),
  kind: z.enum(['RoleBinding', 'ClusterRoleBinding']),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().nullish(),
    uid: z.string().nullish(),
    labels: z.record(z.string(), z.string()).nullish(),
    annotations: z.record(z.string(), z.string()).nullish(),
    creationTimestamp: z.iso.datetime({ offset: true }).nullish(),
  }),
  roleRef: z.object({ kind: z.string(), name: z.string() }),
  subjects: z.array(z.object({ kind: z.string(), name: z.string() })).nullish(),
});

/**
 * Reads a RoleBinding or ClusterRoleBinding.
 *
 * @see kubernetes/kubernetes staging/src/k8s.io/api/rbac/v1/types.go
 */
export function readRoleBinding(object: unknown): Readable<RoleBinding> {
  const read = readObject(roleBindingSchema, object);
  if (!read.ok) {
    return read;
  }
  const { apiVersion, kind, metadata, roleRef, subjects } = read.value;
  const { creationTimestamp } = metadata;
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
      labels: metadata.labels ?? {},
      annotations: metadata.annotations ?? {},
      createdAt: creationTimestamp
        ? new Date(creationTimestamp).toISOString()
        : undefined,
      role: `${roleRef.kind}/${roleRef.name}`,
      subjects: subjects ?? [],
    },
  };
}
