import { z } from 'zod/v4';
import { rayClusterSpecSchema, rayPieces } from './rayGroups';
import {
  readWorkloadHead,
  workloadHeadSchema,
  type WorkloadDemand,
  type WorkloadFinding,
} from './workloadDemand';

const policySchema = z.object({ policy: z.string().nullish() }).nullish();

const rayJobSchema = workloadHeadSchema.extend({
  spec: z.object({
    suspend: z.boolean().nullish(),
    shutdownAfterJobFinishes: z.boolean().nullish(),
    ttlSecondsAfterFinished: z.number().nullish(),
    clusterSelector: z.record(z.string(), z.string()).nullish(),
    rayClusterSpec: rayClusterSpecSchema.nullish(),
    deletionStrategy: z
      .object({
        onSuccess: policySchema,
        onFailure: policySchema,
        deletionRules: z.array(z.object({ policy: z.string() })).nullish(),
      })
      .nullish(),
  }),
  status: z
    .object({
      jobStatus: z.string().nullish(),
      jobDeploymentStatus: z.string().nullish(),
      rayClusterName: z.string().nullish(),
    })
    .nullish(),
});

type RayJob = z.infer<typeof rayJobSchema>;

/** What is left of the cluster at each stage. */
const NOW: Readonly<
  Record<Stage, (pods: number | undefined) => number | undefined>
> = {
  alive: pods => pods,
  kept: pods => pods,
  off: () => 0,
  // The job has ended, and when its pods go the object alone does not tell.
  ending: () => undefined,
};

/**
 * Reads a RayJob of v1. Without a cluster of its own it has no pieces. Who submits the job is left out: that pod asks for
 * no devices.
 *
 * @see ray-project/kuberay ray-operator/apis/ray/v1/rayjob_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readRayJob(object: unknown): WorkloadDemand {
  const { spec, status, ...head } = rayJobSchema.parse(object);
  const usesOther = Object.keys(spec.clusterSelector ?? {}).length > 0;
  const cluster = usesOther ? undefined : spec.rayClusterSpec;
  const stage = stageOf({ spec, status });
  return {
    ...readWorkloadHead(head, { apiVersion: 'ray.io/v1', kind: 'RayJob' }),
    pieces: (cluster ? rayPieces(cluster) : []).map(piece => ({
      ...piece,
      now: NOW[stage](piece.now),
    })),
    upgrade: { kind: 'none' },
    findings: cluster ? findingsOf(stage, spec) : [],
  };
}

type Stage = 'alive' | 'off' | 'kept' | 'ending';

const ENDED = ['Complete', 'Failed'];
const OFF = ['Suspended', 'ValidationFailed'];

function stageOf({ spec, status }: Pick<RayJob, 'spec' | 'status'>): Stage {
  const deployment = status?.jobDeploymentStatus ?? '';
  if (OFF.includes(deployment)) return 'off';
  if (!ENDED.includes(deployment)) return spec.suspend ? 'off' : 'alive';
  if (keepsCluster(spec, status)) return 'kept';
  const atOnce =
    !spec.deletionStrategy && (spec.ttlSecondsAfterFinished ?? 0) <= 0;
  return atOnce ? 'off' : 'ending';
}

/**
 * Whether nothing ever takes the cluster away.
 *
 * @see ray-project/kuberay ray-operator/controllers/ray/rayjob_controller.go
 */
function keepsCluster(
  { deletionStrategy, shutdownAfterJobFinishes }: RayJob['spec'],
  status: RayJob['status'],
): boolean {
  if (!deletionStrategy) return !shutdownAfterJobFinishes;
  if (deletionStrategy.deletionRules) {
    return !deletionStrategy.deletionRules.some(
      ({ policy }) => policy !== 'DeleteNone',
    );
  }
  const { onSuccess, onFailure } = deletionStrategy;
  const ends: Readonly<Record<string, typeof onSuccess>> = {
    SUCCEEDED: onSuccess,
    FAILED: onFailure,
  };
  const jobStatus = status?.jobStatus ?? '';
  const policies = Object.hasOwn(ends, jobStatus)
    ? [ends[jobStatus]]
    : [onSuccess, onFailure];
  return policies.some(
    policy => (policy?.policy ?? 'DeleteNone') === 'DeleteNone',
  );
}

function findingsOf(
  stage: Stage,
  spec: RayJob['spec'],
): readonly WorkloadFinding[] {
  if (stage === 'kept') {
    return [
      {
        finding: 'kept-after-end',
        sentence:
          'The job has ended and its cluster is kept. Set shutdownAfterJobFinishes, or delete it.',
      },
    ];
  }
  return stage === 'alive' && keepsCluster(spec, undefined)
    ? [
        {
          finding: 'keeps-after-end',
          sentence:
            'Its cluster will be kept when the job has ended. Set shutdownAfterJobFinishes.',
        },
      ]
    : [];
}
