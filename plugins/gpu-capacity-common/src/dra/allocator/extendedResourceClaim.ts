import { byText } from '../inventory/devicePool';
import type { DeviceClass } from '../resources';
import type { PodClaim } from './podClaims';

/**
 * The claim that the scheduler makes for the extended resources of a pod that stand for device classes on this node: a
 * node gives a resource either through a device plugin or through its drivers.
 *
 * @param requests - effective request of the pod, in whole units
 * @param allocatable - of the node, in whole units
 * @returns the claim, with no requests where the node needs none, and the resources that it stands for, which must not
 * be compared with what the node can allocate
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/plugins/dynamicresources/extendeddynamicresources.go
 *
 * @public
 */
export function extendedResourceClaim(options: {
  readonly requests: Readonly<Record<string, number>>;
  readonly allocatable: Readonly<Record<string, number>>;
  /** See {@link classesByExtendedResource}. */
  readonly classes: ReadonlyMap<string, DeviceClass>;
}): { readonly claim: PodClaim; readonly resources: readonly string[] } {
  const allocatable = new Map(Object.entries(options.allocatable));
  const resources = Object.entries(options.requests)
    .filter(
      ([resource, count]) =>
        count > 0 &&
        options.classes.has(resource) &&
        (allocatable.get(resource) ?? 0) === 0,
    )
    .sort(([a], [b]) => byText(a, b));
  return {
    claim: {
      name: '<extended-resources>',
      shared: false,
      allocation: undefined,
      spec: {
        constraints: [],
        requests: resources.map(([resource, count]) => ({
          name: resource,
          options: [
            {
              name: undefined,
              deviceClassName: options.classes.get(resource)?.name ?? '',
              selectors: [],
              allocationMode: 'ExactCount',
              count,
              adminAccess: false,
              tolerations: [],
              capacity: new Map(),
            },
          ],
        })),
      },
    },
    resources: resources.map(([resource]) => resource),
  };
}
