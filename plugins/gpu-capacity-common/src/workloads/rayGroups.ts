import { z } from 'zod/v4';
import { podTemplateSchema, readPodTemplate } from './podTemplate';
import {
  NO_CEILING,
  type Ceiling,
  type WorkloadFinding,
  type WorkloadPiece,
} from './workloadDemand';

const countSchema = z.number().int().nonnegative().nullish();

/** `spec` of a RayCluster, also within RayServices and RayJobs. */
export const rayClusterSpecSchema = z.object({
  suspend: z.boolean().nullish(),
  enableInTreeAutoscaling: z.boolean().nullish(),
  headGroupSpec: z.object({ template: podTemplateSchema }),
  workerGroupSpecs: z
    .array(
      z.object({
        groupName: z.string(),
        replicas: countSchema,
        minReplicas: countSchema,
        maxReplicas: countSchema,
        numOfHosts: countSchema,
        suspend: z.boolean().nullish(),
        template: podTemplateSchema,
      }),
    )
    .nullish(),
});

/** `spec` of a RayCluster. */
export type RayClusterSpec = z.infer<typeof rayClusterSpecSchema>;

type WorkerGroup = NonNullable<RayClusterSpec['workerGroupSpecs']>[number];

/** Name of the piece that is the head. */
export const HEAD = 'head';

/** Default of `maxReplicas`, which stands for no limit. */
const UNLIMITED_REPLICAS = 2 ** 31 - 1;

/**
 * The pods of a Ray cluster: the head, and the hosts of each worker group.
 *
 * @see ray-project/kuberay ray-operator/controllers/ray/utils/util.go, GetWorkerGroupDesiredReplicas
 */
export function rayPieces(spec: RayClusterSpec): readonly WorkloadPiece[] {
  const stopped = !!spec.suspend;
  return [
    {
      name: HEAD,
      podTemplate: readPodTemplate(spec.headGroupSpec.template),
      now: stopped ? 0 : 1,
      min: 1,
      max: 1,
      podsPerReplica: 1,
      gang: undefined,
    },
    ...(spec.workerGroupSpecs ?? []).map(group =>
      workerPiece(group, {
        stopped,
        autoscaling: !!spec.enableInTreeAutoscaling,
      }),
    ),
  ];
}

function workerPiece(
  group: WorkerGroup,
  cluster: { readonly stopped: boolean; readonly autoscaling: boolean },
): WorkloadPiece {
  const hosts = group.numOfHosts ?? 1;
  const desired = desiredReplicas(group) * hosts;
  const suspended = !!group.suspend;
  const range = cluster.autoscaling
    ? { min: (group.minReplicas ?? 0) * hosts, max: ceilingOf(group, hosts) }
    : { min: desired, max: desired };
  return {
    name: group.groupName,
    podTemplate: readPodTemplate(group.template),
    now: cluster.stopped || suspended ? 0 : desired,
    ...(suspended ? { min: 0, max: 0 } : range),
    podsPerReplica: hosts,
    gang: hosts > 1 ? group.groupName : undefined,
  };
}

function desiredReplicas({
  replicas,
  minReplicas,
  maxReplicas,
}: WorkerGroup): number {
  const min = minReplicas ?? 0;
  const wanted = replicas ?? min;
  // As KubeRay has it: the lower bound wins over an upper bound below it.
  if (wanted < min) return min;
  return Math.min(wanted, maxReplicas ?? UNLIMITED_REPLICAS);
}

function ceilingOf({ maxReplicas }: WorkerGroup, hosts: number): Ceiling {
  const max = maxReplicas ?? UNLIMITED_REPLICAS;
  return max >= UNLIMITED_REPLICAS ? NO_CEILING : max * hosts;
}

/** What is to be known about a Ray cluster that lives on. */
export function rayFindings(spec: RayClusterSpec): readonly WorkloadFinding[] {
  const groups = (spec.workerGroupSpecs ?? []).filter(
    ({ suspend }) => !suspend,
  );
  if (groups.length === 0) return [];
  if (!spec.enableInTreeAutoscaling) {
    return [
      {
        finding: 'autoscaling-off',
        sentence:
          'Autoscaling is off: its workers stay, whether they are used or not.',
      },
    ];
  }
  const endless = groups
    .filter(group => ceilingOf(group, 1) === NO_CEILING)
    .map(({ groupName }) => `"${groupName}"`);
  return endless.length === 0
    ? []
    : [
        {
          finding: 'no-ceiling',
          sentence: `The worker groups ${endless.join(
            ', ',
          )} have no maxReplicas: nothing limits how far they grow.`,
        },
      ];
}
