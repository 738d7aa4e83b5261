import { z } from 'zod/v4';

const statusSchema = z.object({
  status: z
    .object({
      conditions: z
        .array(z.object({ type: z.string(), status: z.string() }))
        .nullish()
        .catch(undefined),
      jobDeploymentStatus: z.string().nullish().catch(undefined),
      terminalState: z.string().nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});

const END_CONDITIONS = ['Complete', 'Completed', 'Failed'];
const END_STATES = ['Complete', 'Failed'];

/**
 * Whether a Job, JobSet or RayJob has ended: it will make no more pods. A RayJob that has ended may keep its cluster.
 *
 * @param object - as it came from the cluster, of whatever kind
 *
 * @public
 */
export function hasEnded(object: unknown): boolean {
  const { status } = statusSchema.safeParse(object).data ?? {};
  return (
    END_STATES.includes(status?.jobDeploymentStatus ?? '') ||
    !!status?.terminalState ||
    !!status?.conditions?.some(
      condition =>
        condition.status === 'True' && END_CONDITIONS.includes(condition.type),
    )
  );
}
