import { z } from 'zod/v4';
import { readQuotaAmount } from './quotaAmount';
import type { FlavorResource } from './resourceGroup';

/** Amounts by flavor in the status of a queue. */
export const flavorUsageSchema = z
  .array(
    z.object({
      name: z.string(),
      resources: z
        .array(
          z.object({
            name: z.string(),
            total: z.union([z.string(), z.number()]).nullish(),
          }),
        )
        .nullish(),
    }),
  )
  .nullish();

/**
 * What is taken of a resource in a flavor.
 *
 * @public
 */
export interface FlavorUsage extends FlavorResource {
  readonly total: number;
}

/**
 * Reads amounts by flavor. What the queue borrows of them is worked out from the quota instead of read, because the
 * status may be older than the quota.
 *
 * @returns `undefined` where the status does not say them
 * @throws `RangeError` where an amount is no quantity
 */
export function readFlavorUsage(
  usage: z.infer<typeof flavorUsageSchema>,
): readonly FlavorUsage[] | undefined {
  return usage?.flatMap(({ name: flavor, resources }) =>
    (resources ?? []).flatMap(({ name: resource, total }) =>
      total === null || total === undefined
        ? []
        : [{ flavor, resource, total: readQuotaAmount(resource, total) }],
    ),
  );
}
