import { z } from 'zod/v4';
import { podTemplateSchema, readPodTemplate } from './podTemplate';
import {
  readWorkloadHead,
  workloadHeadSchema,
  type WorkloadDemand,
} from './workloadDemand';

const countSchema = z.number().int().nonnegative().nullish();

/** `spec` of a Job, also within other workloads. */
export const jobSpecSchema = z.object({
  parallelism: countSchema,
  completions: countSchema,
  suspend: z.boolean().nullish(),
  template: podTemplateSchema,
});

const conditionsSchema = z
  .array(z.object({ type: z.string(), status: z.string() }))
  .nullish();

const jobSchema = workloadHeadSchema.extend({
  spec: jobSpecSchema,
  status: z
    .object({ succeeded: countSchema, conditions: conditionsSchema })
    .nullish(),
});

/** Pods of a Job that run side by side at most. */
export function podsAtOnce(
  { parallelism, completions }: z.infer<typeof jobSpecSchema>,
  succeeded = 0,
): number {
  return Math.max(
    0,
    Math.min(parallelism ?? 1, (completions ?? Infinity) - succeeded),
  );
}

/** Whether one of some conditions holds. */
export function hasCondition(
  conditions: z.infer<typeof conditionsSchema>,
  types: readonly string[],
): boolean {
  return !!conditions?.some(
    ({ type, status }) => status === 'True' && types.includes(type),
  );
}

/** Kueue may admit a Job with fewer pods, down to this. */
const MIN_PARALLELISM = 'kueue.x-k8s.io/job-min-parallelism';

/**
 * Reads a Job.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readJob(object: unknown): WorkloadDemand {
  const { spec, status, ...head } = jobSchema.parse(object);
  const stopped =
    spec.suspend ||
    hasCondition(status?.conditions, [
      'Complete',
      'Failed',
      'SuccessCriteriaMet',
      'FailureTarget',
    ]);
  const all = podsAtOnce(spec);
  const least = Number(head.metadata.annotations?.[MIN_PARALLELISM]);
  return {
    ...readWorkloadHead(head, { apiVersion: 'batch/v1', kind: 'Job' }),
    pieces: [
      {
        name: 'pods',
        podTemplate: readPodTemplate(spec.template),
        now: stopped ? 0 : podsAtOnce(spec, status?.succeeded ?? 0),
        min: Number.isInteger(least) && least > 0 ? Math.min(least, all) : all,
        max: all,
        podsPerReplica: 1,
        gang: undefined,
      },
    ],
    upgrade: { kind: 'none' },
    findings: [],
  };
}
