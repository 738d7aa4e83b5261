import type { z } from 'zod/v4';
import { acceleratorKind } from '../accelerator';
import { parseQuantity } from './quantity';
import type { resourceListSchema } from './resourceAmounts';

/** Amounts by resource name, as they stand in an object. */

/** Counts of accelerator resources by name. */
export type ResourceCounts = Readonly<Record<string, number>>;

/** The accelerators of a resource list; all else is left out. */
export function acceleratorCounts(
  resources: z.infer<typeof resourceListSchema> | null | undefined,
): ResourceCounts {
  return Object.fromEntries(
    Object.entries(resources ?? {})
      .filter(([name]) => acceleratorKind(name) !== undefined)
      .map(([name, quantity]) => [name, parseQuantity(quantity)]),
  );
}

/** Sum by resource name. */
export function addCounts(
  a: ResourceCounts,
  b: ResourceCounts,
): ResourceCounts {
  return combine(a, b, (x, y) => x + y);
}

/** Larger one by resource name. */
export function maxCounts(
  a: ResourceCounts,
  b: ResourceCounts,
): ResourceCounts {
  return combine(a, b, Math.max);
}

function combine(
  a: ResourceCounts,
  b: ResourceCounts,
  join: (x: number, y: number) => number,
): ResourceCounts {
  const result: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) {
    result[name] = join(result[name] ?? 0, count);
  }
  return result;
}
