import { z } from 'zod/v4';
import { intOrPercentSchema, resolveIntOrPercent } from './intOrPercent';
import { podTemplateSchema, readPodTemplate } from './podTemplate';
import {
  readWorkloadHead,
  workloadHeadSchema,
  type WorkloadDemand,
  type WorkloadUpgrade,
} from './workloadDemand';

/** `strategy` of a Deployment. */
export const rollingUpdateSchema = z
  .object({
    type: z.string().nullish(),
    rollingUpdate: z
      .object({
        maxSurge: intOrPercentSchema.nullish(),
        maxUnavailable: intOrPercentSchema.nullish(),
      })
      .nullish(),
  })
  .nullish();

type RollingUpdate = z.infer<typeof rollingUpdateSchema>;

const PIECE = 'pods';

const deploymentSchema = workloadHeadSchema.extend({
  spec: z.object({
    replicas: z.number().int().nonnegative().nullish(),
    template: podTemplateSchema,
    strategy: rollingUpdateSchema,
  }),
});

/** Default of a Deployment for `maxSurge`. */
const DEFAULT_SURGE = '25%';

/**
 * Pods that a rolling update makes before it takes old ones away.
 *
 * @see kubernetes/kubernetes pkg/controller/deployment/util/deployment_util.go, MaxSurge
 */
export function surgeOf(
  strategy: RollingUpdate,
  piece: string,
  replicas: number | undefined,
): WorkloadUpgrade {
  if (strategy?.type === 'Recreate') return { kind: 'in-place' };
  const surge = strategy?.rollingUpdate?.maxSurge ?? DEFAULT_SURGE;
  return {
    kind: 'surge',
    pods: [
      {
        piece,
        pods:
          replicas === undefined
            ? undefined
            : resolveIntOrPercent(surge, replicas, 'up'),
      },
    ],
  };
}

/**
 * Reads a Deployment.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readDeployment(object: unknown): WorkloadDemand {
  const { spec, ...head } = deploymentSchema.parse(object);
  const replicas = spec.replicas ?? 1;
  return {
    ...readWorkloadHead(head, { apiVersion: 'apps/v1', kind: 'Deployment' }),
    pieces: [fixedPiece(readPodTemplate(spec.template), replicas)],
    upgrade: surgeOf(spec.strategy, PIECE, replicas),
    findings: [],
  };
}

const statefulSetSchema = workloadHeadSchema.extend({
  spec: z.object({
    replicas: z.number().int().nonnegative().nullish(),
    template: podTemplateSchema,
  }),
});

/**
 * Reads a StatefulSet.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readStatefulSet(object: unknown): WorkloadDemand {
  const { spec, ...head } = statefulSetSchema.parse(object);
  return {
    ...readWorkloadHead(head, { apiVersion: 'apps/v1', kind: 'StatefulSet' }),
    pieces: [fixedPiece(readPodTemplate(spec.template), spec.replicas ?? 1)],
    upgrade: { kind: 'in-place' },
    findings: [],
  };
}

function fixedPiece(
  podTemplate: ReturnType<typeof readPodTemplate>,
  replicas: number,
): WorkloadDemand['pieces'][number] {
  return {
    name: PIECE,
    podTemplate,
    now: replicas,
    min: replicas,
    max: replicas,
    podsPerReplica: 1,
    gang: undefined,
  };
}
