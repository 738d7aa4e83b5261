import { z } from 'zod/v4';
import {
  acceleratorCounts,
  addCounts,
  maxCounts,
  type ResourceCounts,
} from './resourceCounts';
import { resourceListSchema } from './resourceAmounts';

/** A container, as far as its resources go. */
export const containerSchema = z.object({
  name: z.string().optional(),
  restartPolicy: z.string().optional(),
  resources: z
    .object({
      requests: resourceListSchema.nullish(),
      limits: resourceListSchema.nullish(),
    })
    .nullish(),
});

type Container = z.infer<typeof containerSchema>;

/**
 * Accelerators that the scheduler sets aside for a pod. Overhead and pod-level resources do not count: neither may name
 * an extended resource.
 *
 * @see kubernetes/kubernetes staging/src/k8s.io/component-helpers/resource/helpers.go PodRequests
 */
export function effectiveRequest(pod: {
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
}): ResourceCounts {
  let running = pod.containers.map(requestOf).reduce(addCounts, {});
  let sidecars: ResourceCounts = {};
  let initialising: ResourceCounts = {};
  for (const container of pod.initContainers) {
    const request = requestOf(container);
    // A restartable init container is a sidecar: it stays, and later init containers run beside it.
    if (container.restartPolicy === 'Always') {
      running = addCounts(running, request);
      sidecars = addCounts(sidecars, request);
      initialising = maxCounts(initialising, sidecars);
    } else {
      initialising = maxCounts(initialising, addCounts(request, sidecars));
    }
  }
  return maxCounts(running, initialising);
}

/** Extended resources cannot be overcommitted: where only a limit is given, it is the request. */
function requestOf({ resources }: Container): ResourceCounts {
  return {
    ...acceleratorCounts(resources?.limits),
    ...acceleratorCounts(resources?.requests),
  };
}
