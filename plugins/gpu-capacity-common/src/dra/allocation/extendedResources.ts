import { z } from 'zod/v4';
import { byText } from '../inventory/devicePool';
import type { DeviceClass } from '../resources';

/** Prefix of the extended resource that every device class has without naming one. */
const IMPLICIT_PREFIX = 'deviceclass.resource.kubernetes.io/';

/**
 * The device classes by the extended resources that they stand behind. Of several classes with one name the newest
 * counts, of equally old ones the one whose name comes first.
 *
 * @see kubernetes/dynamic-resource-allocation deviceclass/extendedresourcecache/extendedresourcecache.go
 *
 * @public
 */
export function classesByExtendedResource(
  classes: readonly DeviceClass[],
): ReadonlyMap<string, DeviceClass> {
  const byResource = new Map<string, DeviceClass>();
  const oldestFirst = [...classes].sort(
    (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0) || byText(b.name, a.name),
  );
  for (const deviceClass of oldestFirst) {
    if (deviceClass.extendedResourceName) {
      byResource.set(deviceClass.extendedResourceName, deviceClass);
    }
  }
  for (const deviceClass of classes) {
    byResource.set(`${IMPLICIT_PREFIX}${deviceClass.name}`, deviceClass);
  }
  return byResource;
}

const podSchema = z.object({
  status: z
    .object({
      extendedResourceClaimStatus: z
        .object({
          resourceClaimName: z.string(),
          requestMappings: z
            .array(z.object({ resourceName: z.string() }))
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

/**
 * The extended resources of a pod that a ResourceClaim satisfies: its devices are counted with the claim, so they must
 * not be counted as an extended resource of the pod too.
 *
 * @throws `ZodError` on a malformed object
 *
 * @see kubernetes/api core/v1/types.go, `PodExtendedResourceClaimStatus`
 *
 * @public
 */
export function extendedResourcesFromClaim(pod: unknown): {
  readonly claimName: string | undefined;
  readonly resources: readonly string[];
} {
  const status = podSchema.parse(pod).status?.extendedResourceClaimStatus;
  return {
    claimName: status?.resourceClaimName,
    resources: [
      ...new Set(
        (status?.requestMappings ?? []).map(({ resourceName }) => resourceName),
      ),
    ],
  };
}
