import { z } from 'zod/v4';
import {
  readResourceGroups,
  resourceGroupsSchema,
  type FlavorQuota,
} from './resourceGroup';

/**
 * Queues that may use each other's quota; a tree of them where cohorts have parents.
 *
 * @see kubernetes-sigs/kueue apis/kueue/v1beta2/cohort_types.go
 *
 * @public
 */
export interface Cohort {
  readonly name: string;
  readonly parent: string | undefined;
  /** Quota of the cohort itself, beside that of its queues. */
  readonly quotas: readonly FlavorQuota[];
}

const cohortSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z
    .object({
      parentName: z.string().nullish(),
      resourceGroups: resourceGroupsSchema,
    })
    .nullish(),
});

/**
 * Reads a Cohort of v1beta1 or v1beta2.
 *
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readCohort(object: unknown): Cohort {
  const { metadata, spec } = cohortSchema.parse(object);
  return {
    name: metadata.name,
    parent: spec?.parentName || undefined,
    quotas: readResourceGroups(spec?.resourceGroups).quotas,
  };
}
