import { z } from 'zod/v4';
import { quantityInUnits } from './quantity';

/** Amounts by resource name, as they stand in an object. */
export const resourceListSchema = z.record(
  z.string(),
  z.union([z.string(), z.number()]),
);

/**
 * Amounts by resource name in the units in which the scheduler counts: `cpu` in millicores, `memory` and all other
 * resources in whole units, rounded up.
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/types.go, `Resource.Add`
 *
 * @public
 */
export type ResourceAmounts = Readonly<Record<string, number>>;

/**
 * Reads a resource list.
 *
 * @throws `RangeError` where a value is no quantity
 *
 * @public
 */
export function readResourceAmounts(
  list: Readonly<Record<string, string | number>> | null | undefined,
): ResourceAmounts {
  return Object.fromEntries(
    Object.entries(list ?? {}).map(([resource, quantity]) => [
      resource,
      quantityInUnits(quantity, resource === 'cpu' ? 1000 : 1),
    ]),
  );
}

/** Sum by resource name. @public */
export function addAmounts(
  a: ResourceAmounts,
  b: ResourceAmounts,
): ResourceAmounts {
  return combine(a, b, (x, y) => x + y);
}

/** The larger amount by resource name. @public */
export function maxAmounts(
  a: ResourceAmounts,
  b: ResourceAmounts,
): ResourceAmounts {
  return combine(a, b, Math.max);
}

/** Each amount times a whole number. @public */
export function multiplyAmounts(
  amounts: ResourceAmounts,
  factor: number,
): ResourceAmounts {
  return Object.fromEntries(
    Object.entries(amounts).map(([resource, amount]) => [
      resource,
      amount * factor,
    ]),
  );
}

function combine(
  a: ResourceAmounts,
  b: ResourceAmounts,
  join: (x: number, y: number) => number,
): ResourceAmounts {
  const result: Record<string, number> = { ...a };
  for (const [resource, amount] of Object.entries(b)) {
    result[resource] = join(result[resource] ?? 0, amount);
  }
  return result;
}
