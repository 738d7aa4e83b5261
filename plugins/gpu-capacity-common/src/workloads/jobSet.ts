import { z } from 'zod/v4';
import { hasCondition, jobSpecSchema, podsAtOnce } from './job';
import { readPodTemplate } from './podTemplate';
import {
  readWorkloadHead,
  workloadHeadSchema,
  type WorkloadDemand,
} from './workloadDemand';

const jobSetSchema = workloadHeadSchema.extend({
  spec: z.object({
    suspend: z.boolean().nullish(),
    replicatedJobs: z
      .array(
        z.object({
          name: z.string(),
          replicas: z.number().int().nonnegative().nullish(),
          template: z.object({ spec: jobSpecSchema }),
        }),
      )
      .nullish(),
  }),
  status: z
    .object({
      terminalState: z.string().nullish(),
      conditions: z
        .array(z.object({ type: z.string(), status: z.string() }))
        .nullish(),
    })
    .nullish(),
});

/**
 * Reads a JobSet of v1alpha2.
 *
 * @see kubernetes-sigs/jobset api/jobset/v1alpha2/jobset_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readJobSet(object: unknown): WorkloadDemand {
  const { spec, status, ...head } = jobSetSchema.parse(object);
  const stopped =
    spec.suspend ||
    !!status?.terminalState ||
    hasCondition(status?.conditions, ['Completed', 'Failed']);
  return {
    ...readWorkloadHead(head, {
      apiVersion: 'jobset.x-k8s.io/v1alpha2',
      kind: 'JobSet',
    }),
    pieces: (spec.replicatedJobs ?? []).map(({ name, replicas, template }) => {
      const podsPerReplica = podsAtOnce(template.spec);
      const pods = (replicas ?? 1) * podsPerReplica;
      return {
        name,
        podTemplate: readPodTemplate(template.spec.template),
        now: stopped ? 0 : pods,
        min: pods,
        max: pods,
        podsPerReplica,
        gang: undefined,
      };
    }),
    upgrade: { kind: 'none' },
    findings: [],
  };
}
