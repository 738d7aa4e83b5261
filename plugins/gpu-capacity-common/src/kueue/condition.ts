import { z } from 'zod/v4';

/** A condition in the status of an object of Kueue. */
export const conditionSchema = z.object({
  type: z.string(),
  status: z.string(),
  reason: z.string().nullish(),
  message: z.string().nullish(),
  lastTransitionTime: z.string().nullish(),
});

/**
 * A condition in the status of an object.
 *
 * @public
 */
export interface KueueCondition {
  readonly type: string;
  /** `True`, `False` or `Unknown`. */
  readonly status: string;
  readonly reason: string | undefined;
  readonly message: string | undefined;
  /** UTC ISO 8601. */
  readonly since: string | undefined;
}

/** Reads conditions. */
export function readConditions(
  conditions: ReadonlyArray<z.infer<typeof conditionSchema>> | null | undefined,
): readonly KueueCondition[] {
  return (conditions ?? []).map(condition => ({
    type: condition.type,
    status: condition.status,
    reason: condition.reason || undefined,
    message: condition.message || undefined,
    since: condition.lastTransitionTime || undefined,
  }));
}
