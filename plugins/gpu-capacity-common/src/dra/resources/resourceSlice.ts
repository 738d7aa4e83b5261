import { z } from 'zod/v4';
import { countersSchema, deviceSchema, type Device } from './device';
import type { DeviceAmounts } from './deviceAmounts';
import { nodeScopeOf, nodeScopeSchema, type NodeScope } from './nodeScope';

/**
 * A part of a pool of devices.
 *
 * @see kubernetes/api resource/v1/types.go, `ResourceSlice`
 *
 * @public
 */
export interface ResourceSlice {
  readonly name: string;
  readonly driver: string;
  readonly pool: {
    readonly name: string;
    readonly generation: number;
    /** How many slices the pool has in this generation. */
    readonly sliceCount: number;
  };
  /** The nodes of all devices of the slice, or `per-device`. */
  readonly nodes: NodeScope | { readonly kind: 'per-device' };
  readonly devices: readonly Device[];
  /** Counters by counter set; a slice has these or devices. */
  readonly sharedCounters: readonly {
    readonly name: string;
    readonly counters: DeviceAmounts;
  }[];
}

const sliceSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: nodeScopeSchema.extend({
    driver: z.string().min(1),
    pool: z.object({
      name: z.string().min(1),
      generation: z.number().int(),
      resourceSliceCount: z.number().int(),
    }),
    perDeviceNodeSelection: z.boolean().nullish(),
    devices: z.array(deviceSchema).nullish(),
    sharedCounters: z
      .array(z.object({ name: z.string(), counters: countersSchema }))
      .nullish(),
  }),
});

/**
 * Reads a ResourceSlice of `resource.k8s.io` v1, v1beta2 or v1beta1.
 *
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readResourceSlice(object: unknown): ResourceSlice {
  const { metadata, spec } = sliceSchema.parse(object);
  const scope = nodeScopeOf(spec);
  return {
    name: metadata.name,
    driver: spec.driver,
    pool: {
      name: spec.pool.name,
      generation: spec.pool.generation,
      sliceCount: spec.pool.resourceSliceCount,
    },
    nodes:
      scope.kind === 'none' && spec.perDeviceNodeSelection
        ? { kind: 'per-device' }
        : scope,
    devices: spec.devices ?? [],
    sharedCounters: spec.sharedCounters ?? [],
  };
}
