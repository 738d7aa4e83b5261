import { z } from 'zod/v4';
import { deviceAttributeSchema, type DeviceAttribute } from './deviceAttribute';
import { capacitySchema, type DeviceCapacity } from './deviceCapacity';
import {
  quantitySchema,
  readDeviceAmounts,
  type DeviceAmounts,
} from './deviceAmounts';
import { deviceTaintSchema, type DeviceTaint } from './deviceTaint';
import { nodeScopeOf, nodeScopeSchema, type NodeScope } from './nodeScope';

/**
 * What an allocation of a device takes from a counter set of its pool.
 *
 * @public
 */
export interface CounterConsumption {
  readonly counterSet: string;
  readonly counters: DeviceAmounts;
}

/**
 * A device as its driver publishes it.
 *
 * @see kubernetes/api resource/v1/types.go, `Device`
 *
 * @public
 */
export interface Device {
  readonly name: string;
  /** By name as published, with or without a domain; without one the driver is the domain. */
  readonly attributes: ReadonlyMap<string, DeviceAttribute>;
  readonly capacity: ReadonlyMap<string, DeviceCapacity>;
  readonly consumesCounters: readonly CounterConsumption[];
  readonly taints: readonly DeviceTaint[];
  /** The nodes of this device, where its slice leaves that to the devices. */
  readonly nodes: NodeScope;
  readonly allowMultipleAllocations: boolean;
  readonly bindsToNode: boolean;
  readonly hasBindingConditions: boolean;
}

export const countersSchema = z
  .record(z.string(), z.object({ value: quantitySchema }))
  .nullish()
  .transform(counters =>
    readDeviceAmounts(
      Object.fromEntries(
        Object.entries(counters ?? {}).map(([name, { value }]) => [
          name,
          value,
        ]),
      ),
    ),
  );

const fieldsSchema = nodeScopeSchema.extend({
  attributes: z.record(z.string(), deviceAttributeSchema).nullish(),
  capacity: z.record(z.string(), capacitySchema).nullish(),
  consumesCounters: z
    .array(z.object({ counterSet: z.string(), counters: countersSchema }))
    .nullish(),
  taints: z.array(deviceTaintSchema).nullish(),
  allowMultipleAllocations: z.boolean().nullish(),
  bindsToNode: z.boolean().nullish(),
  bindingConditions: z.array(z.string()).nullish(),
});

/** A device; v1beta1 has all but the name under `basic`. */
export const deviceSchema = fieldsSchema
  .extend({ name: z.string().min(1), basic: fieldsSchema.nullish() })
  .transform((object): Device => {
    const fields = object.basic ?? object;
    return {
      name: object.name,
      attributes: new Map(Object.entries(fields.attributes ?? {})),
      capacity: new Map(Object.entries(fields.capacity ?? {})),
      consumesCounters: fields.consumesCounters ?? [],
      taints: fields.taints ?? [],
      nodes: nodeScopeOf(fields),
      allowMultipleAllocations: fields.allowMultipleAllocations ?? false,
      bindsToNode: fields.bindsToNode ?? false,
      hasBindingConditions: (fields.bindingConditions ?? []).length > 0,
    };
  });
