import { z } from 'zod/v4';
import {
  quantitySchema,
  readDeviceAmounts,
  type DeviceAmounts,
} from './deviceAmounts';
import { deviceTolerationSchema, type DeviceToleration } from './deviceTaint';

/**
 * One way to satisfy a request.
 *
 * @public
 */
export interface DeviceRequestOption {
  /** Name of the subrequest; `undefined` where the request has no alternatives. */
  readonly name: string | undefined;
  readonly deviceClassName: string;
  /** CEL expressions that must all hold; `undefined` stands for a selector of a kind that is not known here. */
  readonly selectors: readonly (string | undefined)[];
  /** `ExactCount`, `All`, or a mode that is not known here. */
  readonly allocationMode: string;
  readonly count: number;
  readonly adminAccess: boolean;
  readonly tolerations: readonly DeviceToleration[];
  /** Requested capacity, in thousandths of a unit. */
  readonly capacity: DeviceAmounts;
}

/**
 * A request of a claim; its options are tried in order. No option means a request of a kind that is not known here.
 *
 * @public
 */
export interface DeviceRequest {
  readonly name: string;
  readonly options: readonly DeviceRequestOption[];
}

export const selectorsSchema = z
  .array(z.object({ cel: z.object({ expression: z.string() }).nullish() }))
  .nullish()
  .transform(selectors => (selectors ?? []).map(({ cel }) => cel?.expression));

const fieldsSchema = z.object({
  deviceClassName: z.string().nullish(),
  selectors: selectorsSchema,
  allocationMode: z.string().nullish(),
  count: z.number().int().nullish(),
  adminAccess: z.boolean().nullish(),
  tolerations: z.array(deviceTolerationSchema).nullish(),
  capacity: z
    .object({ requests: z.record(z.string(), quantitySchema).nullish() })
    .nullish(),
});

/** A request; v1beta1 has the fields of `exactly` on the request itself. */
export const deviceRequestSchema = fieldsSchema
  .extend({
    name: z.string(),
    exactly: fieldsSchema.nullish(),
    firstAvailable: z
      .array(fieldsSchema.extend({ name: z.string() }))
      .nullish(),
  })
  .transform((request): DeviceRequest => {
    if (request.firstAvailable?.length) {
      return {
        name: request.name,
        options: request.firstAvailable.map(subRequest =>
          optionOf(subRequest, subRequest.name),
        ),
      };
    }
    const exactly =
      request.exactly ?? (request.deviceClassName ? request : undefined);
    return {
      name: request.name,
      options: exactly ? [optionOf(exactly, undefined)] : [],
    };
  });

/** Templates that have not been through the API server lack its defaults: one device, counted exactly. */
function optionOf(
  fields: z.infer<typeof fieldsSchema>,
  name: string | undefined,
): DeviceRequestOption {
  return {
    name,
    deviceClassName: fields.deviceClassName ?? '',
    selectors: fields.selectors,
    allocationMode: fields.allocationMode || 'ExactCount',
    count: fields.count || 1,
    adminAccess: name === undefined && (fields.adminAccess ?? false),
    tolerations: fields.tolerations ?? [],
    capacity: readDeviceAmounts(fields.capacity?.requests),
  };
}
