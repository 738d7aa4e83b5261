import { z } from 'zod/v4';
import { deviceAmount, quantitySchema } from './deviceAmounts';

const amountSchema = quantitySchema.transform(deviceAmount);

/**
 * How much may be consumed at once, in thousandths of a unit.
 *
 * @public
 */
export interface CapacityRequestPolicy {
  /** Consumed by a request that does not name the capacity. */
  readonly default: number | undefined;
  /** Ascending. */
  readonly validValues: readonly number[];
  readonly validRange:
    | {
        readonly min: number | undefined;
        readonly max: number | undefined;
        readonly step: number | undefined;
      }
    | undefined;
}

/**
 * A capacity of a device, in thousandths of a unit.
 *
 * @public
 */
export interface DeviceCapacity {
  readonly value: number;
  readonly requestPolicy: CapacityRequestPolicy | undefined;
}

const policySchema = z
  .object({
    default: amountSchema.nullish(),
    validValues: z.array(amountSchema).nullish(),
    validRange: z
      .object({
        min: amountSchema.nullish(),
        max: amountSchema.nullish(),
        step: amountSchema.nullish(),
      })
      .nullish(),
  })
  .transform(
    (policy): CapacityRequestPolicy => ({
      default: policy.default ?? undefined,
      validValues: policy.validValues ?? [],
      validRange: policy.validRange
        ? {
            min: policy.validRange.min ?? undefined,
            max: policy.validRange.max ?? undefined,
            step: policy.validRange.step ?? undefined,
          }
        : undefined,
    }),
  );

export const capacitySchema = z
  .object({ value: amountSchema, requestPolicy: policySchema.nullish() })
  .transform(
    ({ value, requestPolicy }): DeviceCapacity => ({
      value,
      requestPolicy: requestPolicy ?? undefined,
    }),
  );
