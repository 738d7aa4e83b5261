import { z } from 'zod/v4';
import type { KubernetesObjectRef } from './KubernetesObjectRef';
import type { Labels } from './labelSelector';
import { readObject, type Readable } from './unreadable';

/** Something that runs pods. */
export interface Workload {
  readonly ref: KubernetesObjectRef & { readonly namespace: string };
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Labels of its pods. */
  readonly podLabels: Labels;
  /** ISO 8601. */
  readonly createdAt: string | undefined;
  /** A controller owns it, and writes it. */
  readonly controlled: boolean;
  /** A Job that is over. */
  readonly finished: boolean;
}

const labelsSchema = z.record(z.string(), z.string()).nullish();

const templateSchema = z
  .object({ metadata: z.object({ labels: labelsSchema }).nullish() })
  .nullish();

const workloadSchema = z.object({
  apiVersion: z.string(),
  kind: z.enum(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob']),
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    uid: z.string().nullish(),
    labels: labelsSchema,
    annotations: labelsSchema,
    creationTimestamp: z.iso.datetime({ offset: true }).nullish(),
    ownerReferences: z
      .array(z.object({ controller: z.boolean().nullish() }))
      .nullish(),
  }),
  spec: z
    .object({
      template: templateSchema,
      jobTemplate: z
        .object({ spec: z.object({ template: templateSchema }).nullish() })
        .nullish(),
    })
    .nullish(),
  status: z
    .object({
      conditions: z
        .array(z.object({ type: z.string(), status: z.string() }))
        .nullish(),
    })
    .nullish(),
});

const FINAL_CONDITIONS: ReadonlySet<string> = new Set(['Complete', 'Failed']);

/** Reads a Deployment, StatefulSet, DaemonSet, Job or CronJob. */
export function readWorkload(object: unknown): Readable<Workload> {
  const read = readObject(workloadSchema, object);
  if (!read.ok) {
    return read;
  }
  const { apiVersion, kind, metadata, spec, status } = read.value;
  const template = spec?.template ?? spec?.jobTemplate?.spec?.template;
  return {
    ok: true,
    value: {
      ref: {
        uid: metadata.uid ?? undefined,
        apiVersion,
        kind,
        namespace: metadata.namespace,
        name: metadata.name,
      },
      labels: metadata.labels ?? {},
      annotations: metadata.annotations ?? {},
      podLabels: template?.metadata?.labels ?? {},
      createdAt: metadata.creationTimestamp ?? undefined,
      controlled: (metadata.ownerReferences ?? []).some(
        ({ controller }) => controller === true,
      ),
      finished:
        kind === 'Job' &&
        (status?.conditions ?? []).some(
          condition =>
            condition.status === 'True' && FINAL_CONDITIONS.has(condition.type),
        ),
    },
  };
}
