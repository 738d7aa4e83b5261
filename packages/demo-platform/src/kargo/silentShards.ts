import type { ResourceStore } from '@fairway/kubernetes-resources/testUtils';
import { builtInResources } from '@fairway/kubernetes-resources/testUtils';
import { z } from 'zod/v4';

/** Leases with this annotation are those of controllers that have gone silent. */
export const SILENT = 'demo.fairway.dev/silent';

const leaseSchema = z.object({
  metadata: z.object({
    labels: z.object({ 'kargo.akuity.io/controller': z.string() }),
    annotations: z.object({ [SILENT]: z.string() }),
  }),
  spec: z.object({ renewTime: z.string() }),
});

/** The shards whose controllers do nothing at a time, because they went silent before it. */
export function silentShards(
  store: ResourceStore,
  now: Date,
): ReadonlySet<string> {
  return new Set(
    store.list(builtInResources.leases).flatMap(object => {
      const lease = leaseSchema.safeParse(object);
      if (!lease.success) return [];
      const { metadata, spec } = lease.data;
      return now.getTime() > Date.parse(spec.renewTime)
        ? [metadata.labels['kargo.akuity.io/controller']]
        : [];
    }),
  );
}
