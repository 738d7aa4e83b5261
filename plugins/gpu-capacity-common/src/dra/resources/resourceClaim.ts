import { z } from 'zod/v4';
import { claimSpecSchema, type ClaimSpec } from './claimSpec';
import {
  quantitySchema,
  readDeviceAmounts,
  type DeviceAmounts,
} from './deviceAmounts';
import { nodeSelectorSchema, type DeviceNodeSelector } from './nodeSelector';

/**
 * A device, or a share of one, that is allocated to a claim.
 *
 * @public
 */
export interface AllocatedDevice {
  /** The request, as `request/subrequest` where it has alternatives. */
  readonly request: string;
  readonly driver: string;
  readonly pool: string;
  readonly device: string;
  /** Access for monitoring, which takes nothing from anyone. */
  readonly adminAccess: boolean;
  /** Set where others can hold shares of the same device. */
  readonly shareId: string | undefined;
  /** In thousandths of a unit. */
  readonly consumedCapacity: DeviceAmounts;
}

/**
 * One that uses a claim, such as a pod.
 *
 * @public
 */
export interface ClaimConsumer {
  /** Plural of the resource, such as `pods`. */
  readonly resource: string;
  readonly name: string;
  readonly uid: string;
}

/**
 * A claim on devices.
 *
 * @see kubernetes/api resource/v1/types.go, `ResourceClaim`
 *
 * @public
 */
export interface ResourceClaim {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  readonly deleting: boolean;
  readonly spec: ClaimSpec;
  readonly allocation:
    | {
        readonly devices: readonly AllocatedDevice[];
        /** Nodes on which the claim can be used; `undefined` means all. */
        readonly nodeSelector: DeviceNodeSelector | undefined;
      }
    | undefined;
  readonly reservedFor: readonly ClaimConsumer[];
}

const resultSchema = z
  .object({
    request: z.string(),
    driver: z.string(),
    pool: z.string(),
    device: z.string(),
    adminAccess: z.boolean().nullish(),
    shareID: z.string().nullish(),
    consumedCapacity: z.record(z.string(), quantitySchema).nullish(),
  })
  .transform(
    ({
      adminAccess,
      shareID,
      consumedCapacity,
      ...result
    }): AllocatedDevice => ({
      ...result,
      adminAccess: adminAccess ?? false,
      shareId: shareID ?? undefined,
      consumedCapacity: readDeviceAmounts(consumedCapacity),
    }),
  );

const claimSchema = z.object({
  metadata: z.object({
    uid: z.string().nullish(),
    namespace: z.string(),
    name: z.string(),
    deletionTimestamp: z.string().nullish(),
  }),
  spec: claimSpecSchema,
  status: z
    .object({
      allocation: z
        .object({
          devices: z
            .object({ results: z.array(resultSchema).nullish() })
            .nullish(),
          nodeSelector: nodeSelectorSchema.nullish(),
        })
        .nullish(),
      reservedFor: z
        .array(
          z.object({ resource: z.string(), name: z.string(), uid: z.string() }),
        )
        .nullish(),
    })
    .nullish(),
});

/**
 * Reads a ResourceClaim of `resource.k8s.io` v1, v1beta2 or v1beta1.
 *
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readResourceClaim(object: unknown): ResourceClaim {
  const { metadata, spec, status } = claimSchema.parse(object);
  const allocation = status?.allocation;
  return {
    uid: metadata.uid ?? `${metadata.namespace}/${metadata.name}`,
    namespace: metadata.namespace,
    name: metadata.name,
    deleting: Boolean(metadata.deletionTimestamp),
    spec,
    allocation: allocation
      ? {
          devices: allocation.devices?.results ?? [],
          nodeSelector: allocation.nodeSelector ?? undefined,
        }
      : undefined,
    reservedFor: status?.reservedFor ?? [],
  };
}
