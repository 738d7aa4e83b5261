import { z } from 'zod/v4';
import {
  HEAD,
  rayClusterSpecSchema,
  rayFindings,
  rayPieces,
} from './rayGroups';
import {
  readWorkloadHead,
  workloadHeadSchema,
  type WorkloadDemand,
  type WorkloadPiece,
  type WorkloadUpgrade,
} from './workloadDemand';

const clusterStatusSchema = z
  .object({ rayClusterName: z.string().nullish() })
  .nullish();

const rayServiceSchema = workloadHeadSchema.extend({
  spec: z.object({
    suspend: z.boolean().nullish(),
    rayClusterConfig: rayClusterSpecSchema,
    upgradeStrategy: z
      .object({
        type: z.string().nullish(),
        clusterUpgradeOptions: z
          .object({ maxSurgePercent: z.number().min(0).nullish() })
          .nullish(),
      })
      .nullish(),
  }),
  status: z
    .object({
      activeServiceStatus: clusterStatusSchema,
      pendingServiceStatus: clusterStatusSchema,
    })
    .nullish(),
});

type RayService = z.infer<typeof rayServiceSchema>;

/**
 * Reads a RayService of v1. During an upgrade it has two clusters: both hold devices.
 *
 * @param rayClusters - those that are known: where the autoscaler is on, only they say how many workers there are now
 *
 * @see ray-project/kuberay ray-operator/apis/ray/v1/rayservice_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readRayService(
  object: unknown,
  rayClusters: readonly WorkloadDemand[] = [],
): WorkloadDemand {
  const { spec, status, ...head } = rayServiceSchema.parse(object);
  const workload = readWorkloadHead(head, {
    apiVersion: 'ray.io/v1',
    kind: 'RayService',
  });
  const names = [status?.activeServiceStatus, status?.pendingServiceStatus]
    .map(cluster => cluster?.rayClusterName ?? '')
    .filter(name => name !== '');
  const children = rayClusters.filter(
    ({ namespace, name }) =>
      namespace === workload.namespace && names.includes(name),
  );
  const pieces = rayPieces(spec.rayClusterConfig).map(piece => ({
    ...piece,
    now: spec.suspend ? 0 : podsNow(piece, { names, children, spec }),
  }));
  return {
    ...workload,
    pieces,
    upgrade: upgradeOf(spec, pieces, names.length),
    findings: [
      ...rayFindings(spec.rayClusterConfig),
      ...(names.length > 1
        ? [
            {
              finding: 'upgrading' as const,
              sentence:
                'It is being upgraded: the old and the new cluster both hold what they have.',
            },
          ]
        : []),
    ],
  };
}

/** Over all clusters of the service; before the first one is made, what it will have. */
function podsNow(
  piece: WorkloadPiece,
  service: {
    readonly names: readonly string[];
    readonly children: readonly WorkloadDemand[];
    readonly spec: RayService['spec'];
  },
): number | undefined {
  const { names, children, spec } = service;
  if (names.length > 0 && children.length === names.length) {
    return children.reduce<number | undefined>((sum, child) => {
      // An old cluster may lack a group that the new one has.
      const same = child.pieces.find(({ name }) => name === piece.name);
      const pods = same ? same.now : 0;
      return sum === undefined || pods === undefined ? undefined : sum + pods;
    }, 0);
  }
  const scaled =
    piece.name !== HEAD && spec.rayClusterConfig.enableInTreeAutoscaling;
  if (scaled && names.length > 0) return undefined;
  return piece.now === undefined
    ? undefined
    : piece.now * Math.max(1, names.length);
}

const FULL_SURGE_PERCENT = 100;

function upgradeOf(
  { upgradeStrategy, rayClusterConfig }: RayService['spec'],
  pieces: readonly WorkloadPiece[],
  clusters: number,
): WorkloadUpgrade {
  if (upgradeStrategy?.type === 'None') return { kind: 'none' };
  const incremental =
    upgradeStrategy?.type === 'NewClusterWithIncrementalUpgrade' &&
    rayClusterConfig.enableInTreeAutoscaling;
  const percent = incremental
    ? upgradeStrategy.clusterUpgradeOptions?.maxSurgePercent ??
      FULL_SURGE_PERCENT
    : FULL_SURGE_PERCENT;
  return {
    kind: 'surge',
    pods: pieces.map(piece => ({
      piece: piece.name,
      // While two clusters run, the figure of today is already that of both.
      pods: clusters > 1 ? 0 : surgeOf(piece, percent),
    })),
  };
}

/** The new cluster starts with its head and the fewest workers, and grows by the share that the surge allows. */
function surgeOf(piece: WorkloadPiece, percent: number): number | undefined {
  if (piece.now === undefined) return undefined;
  if (piece.name === HEAD) return piece.now;
  const hosts = piece.podsPerReplica || 1;
  const replicas = Math.ceil(((piece.now / hosts) * percent) / 100);
  return Math.max(
    Math.min(piece.min ?? 0, piece.now),
    Math.min(replicas * hosts, piece.now),
  );
}
