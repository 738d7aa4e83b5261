import type { Container, ContainerStatus, PodSpec, PodStatus } from './podSpec';
import {
  addAmounts,
  maxAmounts,
  readResourceAmounts,
  type ResourceAmounts,
} from './resourceAmounts';

type ResourceList = Readonly<Record<string, string | number>>;

/** Amounts of one container, from what it asks for or from what its status says. */
type ContainerReading = (container: Container) => ResourceAmounts;

/**
 * What the scheduler sets aside for a pod: containers and sidecars together, or the largest step of initialisation,
 * whichever is more; pod-level values where they are given; overhead on top. While a pod is resized in place, the
 * largest of what is asked for, allocated and in effect counts.
 *
 * @param status - of a live pod; absent for a template
 *
 * @see kubernetes/kubernetes staging/src/k8s.io/component-helpers/resource/helpers.go, `PodRequests`
 *
 * @throws `RangeError` where an amount is no quantity
 *
 * @public
 */
export function podRequests(
  spec: PodSpec,
  status?: PodStatus | null,
): ResourceAmounts {
  const containers = status
    ? requestsWithStatus(spec, status)
    : aggregate(spec, specReading);
  return addAmounts(
    { ...containers, ...podLevelRequests(spec, status, containers) },
    readResourceAmounts(spec.overhead),
  );
}

function requestsWithStatus(spec: PodSpec, status: PodStatus): ResourceAmounts {
  const infeasible = isResizeInfeasible(status);
  const statuses = new Map(
    [
      ...(status.initContainerStatuses ?? []),
      ...(status.containerStatuses ?? []),
    ].map(container => [container.name, container]),
  );
  const podLevel =
    status.allocatedResources && status.resources?.requests
      ? [
          readResourceAmounts(status.allocatedResources),
          readResourceAmounts(status.resources.requests),
        ]
      : [
          aggregate(spec, statusReading(statuses, infeasible, allocatedOf)),
          aggregate(spec, statusReading(statuses, infeasible, actuatedOf)),
        ];
  return [
    ...(infeasible ? [] : [aggregate(spec, specReading)]),
    ...podLevel,
  ].reduce(maxAmounts, {});
}

function aggregate(spec: PodSpec, read: ContainerReading): ResourceAmounts {
  let running = spec.containers.map(read).reduce(addAmounts, {});
  let sidecars: ResourceAmounts = {};
  let initialising: ResourceAmounts = {};
  for (const container of spec.initContainers ?? []) {
    const request = read(container);
    // A restartable init container is a sidecar: it stays, and later init containers run beside it.
    if (container.restartPolicy === 'Always') {
      running = addAmounts(running, request);
      sidecars = addAmounts(sidecars, request);
      initialising = maxAmounts(initialising, sidecars);
    } else {
      initialising = maxAmounts(initialising, addAmounts(request, sidecars));
    }
  }
  return maxAmounts(running, initialising);
}

/** The API server sets a request that is missing to the limit; templates have not been there yet. */
function specReading({ resources }: Container): ResourceAmounts {
  return readResourceAmounts({ ...resources?.limits, ...resources?.requests });
}

function statusReading(
  statuses: ReadonlyMap<ContainerStatus['name'], ContainerStatus>,
  infeasible: boolean,
  read: (status: ContainerStatus) => ResourceList | null | undefined,
): ContainerReading {
  return container => {
    const status = statuses.get(container.name);
    const amounts = status && read(status);
    if (amounts) return readResourceAmounts(amounts);
    return infeasible ? {} : specReading(container);
  };
}

function allocatedOf(status: ContainerStatus) {
  return status.allocatedResources;
}

function actuatedOf(status: ContainerStatus) {
  return status.resources?.requests ?? status.allocatedResources;
}

/**
 * Pod-level values replace the sum of the containers, for CPU, memory and huge pages only. A limit without a request
 * becomes one, save where containers ask for that resource.
 */
function podLevelRequests(
  spec: PodSpec,
  status: PodStatus | null | undefined,
  containers: ResourceAmounts,
): ResourceAmounts {
  const requests = supported(spec.resources?.requests);
  const limits = Object.fromEntries(
    Object.entries(supported(spec.resources?.limits)).filter(
      ([resource]) => containers[resource] === undefined,
    ),
  );
  const asked = { ...limits, ...requests };
  if (Object.keys(asked).length === 0) return {};
  // The status counts the overhead, which is added later.
  const overhead = readResourceAmounts(spec.overhead);
  const observed = [status?.resources?.requests, status?.allocatedResources]
    .filter(list => list !== null && list !== undefined)
    .map(list => without(supported(list), overhead));
  return [
    ...(status && isResizeInfeasible(status) && observed.length > 0
      ? []
      : [asked]),
    ...observed,
  ].reduce(maxAmounts, {});
}

function supported(list: ResourceList | null | undefined): ResourceAmounts {
  return readResourceAmounts(
    Object.fromEntries(
      Object.entries(list ?? {}).filter(
        ([resource]) =>
          resource === 'cpu' ||
          resource === 'memory' ||
          resource.startsWith('hugepages-'),
      ),
    ),
  );
}

function without(
  amounts: ResourceAmounts,
  subtracted: ResourceAmounts,
): ResourceAmounts {
  return Object.fromEntries(
    Object.entries(amounts).map(([resource, amount]) => [
      resource,
      amount - (subtracted[resource] ?? 0),
    ]),
  );
}

function isResizeInfeasible({ conditions }: PodStatus): boolean {
  return (
    conditions?.find(({ type }) => type === 'PodResizePending')?.reason ===
    'Infeasible'
  );
}
