import { z } from 'zod/v4';
import { readQuotaAmount } from './quotaAmount';

const quantitySchema = z.union([z.string(), z.number()]);

/** `spec.resourceGroups` of a ClusterQueue or Cohort. */
export const resourceGroupsSchema = z
  .array(
    z.object({
      coveredResources: z.array(z.string()),
      flavors: z.array(
        z.object({
          name: z.string(),
          resources: z
            .array(
              z.object({
                name: z.string(),
                nominalQuota: quantitySchema.nullish(),
                borrowingLimit: quantitySchema.nullish(),
                lendingLimit: quantitySchema.nullish(),
              }),
            )
            .nullish(),
        }),
      ),
    }),
  )
  .nullish();

/**
 * A resource in a flavor: what quota is given for.
 *
 * @public
 */
export interface FlavorResource {
  readonly flavor: string;
  readonly resource: string;
}

/**
 * Quota for a resource in a flavor: `cpu` in millicores, everything else in whole units; `Infinity` is unlimited.
 *
 * @public
 */
export interface FlavorQuota extends FlavorResource {
  readonly nominal: number;
  /** Most that may be used beyond the own share; absent: no limit but what the cohort has. */
  readonly borrowingLimit: number | undefined;
  /** Most of the own share that others may use; absent: all of it. */
  readonly lendingLimit: number | undefined;
}

/**
 * Resources that get one flavor together, and the flavors in the order in which Kueue tries them.
 *
 * @public
 */
export interface ResourceGroup {
  readonly coveredResources: readonly string[];
  readonly flavors: readonly string[];
}

/** Key of a resource in a flavor. */
export function flavorResourceKey(of: FlavorResource): string {
  return `${of.flavor}\0${of.resource}`;
}

/**
 * Reads resource groups.
 *
 * @throws `RangeError` where an amount is no quantity
 */
export function readResourceGroups(
  groups: z.infer<typeof resourceGroupsSchema>,
): {
  readonly resourceGroups: readonly ResourceGroup[];
  readonly quotas: readonly FlavorQuota[];
} {
  return {
    resourceGroups: (groups ?? []).map(({ coveredResources, flavors }) => ({
      coveredResources,
      flavors: flavors.map(({ name }) => name),
    })),
    quotas: (groups ?? []).flatMap(({ flavors }) =>
      flavors.flatMap(flavor =>
        (flavor.resources ?? []).map(quota => {
          const amount = (value: string | number | null | undefined) =>
            value === null || value === undefined
              ? undefined
              : readQuotaAmount(quota.name, value);
          return {
            flavor: flavor.name,
            resource: quota.name,
            nominal: amount(quota.nominalQuota) ?? 0,
            borrowingLimit: amount(quota.borrowingLimit),
            lendingLimit: amount(quota.lendingLimit),
          };
        }),
      ),
    ),
  };
}
