import type { PodClaim } from '../allocator';
import {
  readDeviceClass,
  readResourceClaim,
  readResourceClaimTemplate,
  readResourceSlice,
} from '../resources';

export const DRIVER = 'driver-a';

/** A slice of the pool `pool-1` on `node-1`, unless said otherwise. */
export function slice(
  name: string,
  devices: readonly object[],
  overrides: {
    driver?: string;
    pool?: string;
    generation?: number;
    count?: number;
    [field: string]: unknown;
  } = {},
) {
  const {
    driver = DRIVER,
    pool = 'pool-1',
    generation = 1,
    count = 1,
    ...spec
  } = overrides;
  const nodes = ['nodeSelector', 'allNodes', 'perDeviceNodeSelection'];
  return readResourceSlice({
    metadata: { name },
    spec: {
      driver,
      pool: { name: pool, generation, resourceSliceCount: count },
      ...(nodes.some(field => field in spec) ? {} : { nodeName: 'node-1' }),
      ...(devices.length > 0 ? { devices } : {}),
      ...spec,
    },
  });
}

export function counterSet(name: string, counters: Record<string, string>) {
  return { name, counters: values(counters) };
}

export function consumes(name: string, counters: Record<string, string>) {
  return {
    consumesCounters: [{ counterSet: name, counters: values(counters) }],
  };
}

/** A class of all devices of a driver. */
export function deviceClass(
  name: string,
  expression: string = `device.driver == "${DRIVER}"`,
  overrides: { extendedResourceName?: string; createdAt?: string } = {},
) {
  return readDeviceClass({
    metadata: { name, creationTimestamp: overrides.createdAt },
    spec: {
      selectors: [{ cel: { expression } }],
      extendedResourceName: overrides.extendedResourceName,
    },
  });
}

export function exactly(name: string, fields: object = {}) {
  return { name, exactly: { deviceClassName: 'class-a', ...fields } };
}

/** The claim of a pod from a template with these requests. */
export function podClaim(
  name: string,
  requests: readonly object[],
  constraints: readonly object[] = [],
): PodClaim {
  const { spec } = readResourceClaimTemplate({
    metadata: { namespace: 'ml', name },
    spec: { spec: { devices: { requests, constraints } } },
  });
  return { name: `ml/${name}`, spec, shared: false, allocation: undefined };
}

/** An allocated claim; results name at least a device, of the pool `pool-1`. */
export function allocatedClaim(
  name: string,
  results: readonly object[],
  status: object = { reservedFor: [pod('pod-1')] },
) {
  return readResourceClaim({
    metadata: { uid: `uid-${name}`, namespace: 'ml', name },
    spec: { devices: {} },
    status: {
      allocation: {
        devices: {
          results: results.map(result => ({
            request: 'request',
            driver: DRIVER,
            pool: 'pool-1',
            ...result,
          })),
        },
      },
      ...status,
    },
  });
}

export function pod(name: string) {
  return { resource: 'pods', name, uid: `uid-${name}` };
}

function values(quantities: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(quantities).map(([name, value]) => [name, { value }]),
  );
}
