import { z } from 'zod/v4';
import { quantityInUnits } from '../../model';

/** A quantity as it stands in an object. */
export const quantitySchema = z.union([z.string(), z.number()]);

/**
 * Amounts of a device by name (counters or capacities) in thousandths of a unit: whole numbers, so that sums and
 * differences stay exact.
 *
 * @public
 */
export type DeviceAmounts = ReadonlyMap<string, number>;

/** Thousandths in one unit of a {@link DeviceAmounts}. @public */
export const AMOUNTS_PER_UNIT = 1000;

/** A quantity in thousandths of a unit. */
export function deviceAmount(quantity: string | number): number {
  return quantityInUnits(quantity, AMOUNTS_PER_UNIT);
}

/** Reads amounts from quantities by name. */
export function readDeviceAmounts(
  quantities: Readonly<Record<string, string | number>> | null | undefined,
): DeviceAmounts {
  return new Map(
    Object.entries(quantities ?? {}).map(([name, quantity]) => [
      name,
      deviceAmount(quantity),
    ]),
  );
}

/** Sum by name. */
export function addDeviceAmounts(
  amounts: DeviceAmounts,
  added: DeviceAmounts,
): DeviceAmounts {
  const sum = new Map(amounts);
  for (const [name, amount] of added) {
    sum.set(name, (sum.get(name) ?? 0) + amount);
  }
  return sum;
}
