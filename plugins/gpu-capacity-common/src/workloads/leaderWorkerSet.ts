import { z } from 'zod/v4';
import { intOrPercentSchema, resolveIntOrPercent } from './intOrPercent';
import { podTemplateSchema, readPodTemplate } from './podTemplate';
import {
  readWorkloadHead,
  workloadHeadSchema,
  type WorkloadDemand,
} from './workloadDemand';

const leaderWorkerSetSchema = workloadHeadSchema.extend({
  spec: z.object({
    replicas: z.number().int().nonnegative().nullish(),
    leaderWorkerTemplate: z.object({
      leaderTemplate: podTemplateSchema.nullish(),
      workerTemplate: podTemplateSchema,
      size: z.number().int().positive().nullish(),
    }),
    rolloutStrategy: z
      .object({
        rollingUpdateConfiguration: z
          .object({ maxSurge: intOrPercentSchema.nullish() })
          .nullish(),
      })
      .nullish(),
  }),
});

const GROUP = 'group';

/**
 * Reads a LeaderWorkerSet of v1: groups of one leader and `size - 1` workers.
 *
 * @see kubernetes-sigs/lws api/leaderworkerset/v1/leaderworkerset_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readLeaderWorkerSet(object: unknown): WorkloadDemand {
  const { spec, ...head } = leaderWorkerSetSchema.parse(object);
  const { leaderTemplate, workerTemplate, size } = spec.leaderWorkerTemplate;
  const groups = spec.replicas ?? 1;
  const pieces = [
    // Without a template of its own the leader is a worker.
    { name: 'leader', template: leaderTemplate ?? workerTemplate, each: 1 },
    { name: 'worker', template: workerTemplate, each: (size ?? 1) - 1 },
  ].filter(({ each }) => each > 0);
  const surge = resolveIntOrPercent(
    spec.rolloutStrategy?.rollingUpdateConfiguration?.maxSurge ?? 0,
    groups,
    'up',
  );
  return {
    ...readWorkloadHead(head, {
      apiVersion: 'leaderworkerset.x-k8s.io/v1',
      kind: 'LeaderWorkerSet',
    }),
    pieces: pieces.map(({ name, template, each }) => ({
      name,
      podTemplate: readPodTemplate(template),
      now: groups * each,
      min: groups * each,
      max: groups * each,
      podsPerReplica: each,
      gang: (size ?? 1) > 1 ? GROUP : undefined,
    })),
    upgrade:
      surge === 0
        ? { kind: 'in-place' }
        : {
            kind: 'surge',
            pods: pieces.map(({ name, each }) => ({
              piece: name,
              pods: surge * each,
            })),
          },
    findings: [],
  };
}
