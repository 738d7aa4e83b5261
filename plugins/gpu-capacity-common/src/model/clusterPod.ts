import { z } from 'zod/v4';
import type { ShapePool } from './ShapePool';
import {
  podSpecSchema,
  podStatusSchema,
  type PodSpec,
  type PodStatus,
} from './podSpec';
import { livePodShape, type PodShape } from './podShape';

/**
 * How a pod stands to the devices it asks for.
 *
 * @remarks
 * `held`: bound, and a container runs or ran; `starting`: bound and not started yet; `releasing`: bound and being
 * deleted, it still holds; `nominated`: not bound, the scheduler makes room on a node for it; `pending` and `gated`:
 * holds nothing.
 *
 * @public
 */
export const HOLDINGS = [
  'held',
  'starting',
  'releasing',
  'nominated',
  'pending',
  'gated',
] as const;

/** @public */
export type Holding = (typeof HOLDINGS)[number];

/**
 * Why a pod must not be moved, or cannot.
 *
 * @public
 */
export const IMMOVABLE_REASONS = [
  'no-controller',
  'daemon-set',
  'mirror-pod',
  'do-not-disrupt',
  'not-safe-to-evict',
  'local-data',
] as const;

/** @public */
export type ImmovableReason = (typeof IMMOVABLE_REASONS)[number];

/** The controller of a pod. @public */
export interface PodOwner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/**
 * A pod that has not ended.
 *
 * @public
 */
export interface ClusterPod {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  /** Node to which it is bound. */
  readonly node: string | undefined;
  /** Node on which the scheduler makes room for it. */
  readonly nominatedNode: string | undefined;
  readonly holding: Holding;
  readonly shape: PodShape;
  readonly labels: Readonly<Record<string, string>>;
  readonly owner: PodOwner | undefined;
  /** In milliseconds since 1970. */
  readonly createdAt: number;
  /** When the kubelet took it up, in milliseconds since 1970. */
  readonly startedAt: number | undefined;
  /** Why its devices do nothing although they are held, such as `CrashLoopBackOff`. */
  readonly waste: string | undefined;
  /** What the scheduler said last of a pod that it could not bind. */
  readonly unschedulable: string | undefined;
  readonly gates: readonly string[];
  readonly immovable: readonly ImmovableReason[];
  /** Claims that were made for it, by the name that the pod gives them. */
  readonly claimNames: Readonly<Record<string, string>>;
  /** Extended resources that it got through a claim: its requests for them must not be counted as well. */
  readonly claimedResources: readonly string[];
}

const podSchema = z.object({
  metadata: z.object({
    uid: z.string().nullish(),
    namespace: z.string(),
    name: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
    annotations: z.record(z.string(), z.string()).nullish(),
    creationTimestamp: z.string().nullish(),
    deletionTimestamp: z.string().nullish(),
    ownerReferences: z
      .array(
        z.object({
          apiVersion: z.string(),
          kind: z.string(),
          name: z.string(),
          controller: z.boolean().nullish(),
        }),
      )
      .nullish(),
  }),
  spec: podSpecSchema,
  status: podStatusSchema.nullish(),
});

type Pod = z.infer<typeof podSchema>;

const TERMINAL_PHASES = ['Succeeded', 'Failed'];

/** Reasons for which a container waits that do not pass by themselves. */
const WASTE_REASONS = [
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'ErrImageNeverPull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
];

const NONE: readonly never[] = [];
const EMPTY = {};

/**
 * Reads a pod.
 *
 * @param pool - shares what equal pods have in common, so that a cluster of many pods stays small
 *
 * @returns `undefined` where it has ended: then it holds nothing
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readClusterPod(
  object: unknown,
  pool: ShapePool,
): ClusterPod | undefined {
  const { metadata, spec, status } = podSchema.parse(object);
  if (TERMINAL_PHASES.includes(status?.phase ?? '')) return undefined;
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  return {
    uid: metadata.uid ?? `${metadata.namespace}/${metadata.name}`,
    namespace: pool.text(metadata.namespace),
    name: metadata.name,
    node: spec.nodeName ? pool.text(spec.nodeName) : undefined,
    nominatedNode: status?.nominatedNodeName || undefined,
    holding: holdingOf({ metadata, spec, status }),
    shape: pool.shape(livePodShape(spec, status, owner?.kind === 'DaemonSet')),
    labels: pool.labels(metadata.labels ?? EMPTY),
    owner:
      owner &&
      pool.owner({
        apiVersion: owner.apiVersion,
        kind: owner.kind,
        name: owner.name,
      }),
    createdAt: Date.parse(metadata.creationTimestamp ?? '') || 0,
    startedAt: Date.parse(status?.startTime ?? '') || undefined,
    waste: wasteOf(spec, status),
    unschedulable: unschedulableOf(spec, status),
    gates: spec.schedulingGates?.length
      ? spec.schedulingGates.map(({ name }) => pool.text(name))
      : NONE,
    immovable: pool.immovable(immovableReasons(metadata, spec)),
    claimNames: claimNamesOf(spec, status),
    claimedResources:
      status?.extendedResourceClaimStatus?.requestMappings?.map(
        ({ resourceName }) => resourceName,
      ) ?? NONE,
  };
}

/** Devices are held from binding on, whatever the containers do, until the pod is gone. */
function holdingOf({ metadata, spec, status }: Pod): Holding {
  if (!spec.nodeName) {
    if (spec.schedulingGates?.length) return 'gated';
    return status?.nominatedNodeName ? 'nominated' : 'pending';
  }
  if (metadata.deletionTimestamp) return 'releasing';
  return hasStarted(status) ? 'held' : 'starting';
}

/** A container that crashed has started: its devices do nothing, but nobody waits for them to be handed over. */
function hasStarted(status: PodStatus | null | undefined): boolean {
  return (
    status?.phase === 'Running' ||
    !!status?.containerStatuses?.some(
      ({ state, restartCount }) =>
        state?.running || state?.terminated || (restartCount ?? 0) > 0,
    )
  );
}

function wasteOf(
  spec: PodSpec,
  status: PodStatus | null | undefined,
): string | undefined {
  if (!spec.nodeName) return undefined;
  return [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ]
    .map(({ state }) => state?.waiting?.reason ?? undefined)
    .find(reason => reason && WASTE_REASONS.includes(reason));
}

function unschedulableOf(
  spec: PodSpec,
  status: PodStatus | null | undefined,
): string | undefined {
  if (spec.nodeName) return undefined;
  const scheduled = status?.conditions?.find(
    ({ type }) => type === 'PodScheduled',
  );
  return scheduled?.status === 'False'
    ? scheduled.message ?? undefined
    : undefined;
}

const IMMOVABLE: ReadonlyArray<{
  readonly reason: ImmovableReason;
  applies(metadata: Pod['metadata'], spec: PodSpec): boolean;
}> = [
  {
    reason: 'no-controller',
    applies: ({ ownerReferences }) =>
      !ownerReferences?.some(({ controller }) => controller),
  },
  {
    reason: 'daemon-set',
    applies: ({ ownerReferences }) =>
      !!ownerReferences?.some(
        ({ controller, kind }) => controller && kind === 'DaemonSet',
      ),
  },
  {
    reason: 'mirror-pod',
    applies: ({ annotations }) =>
      annotations?.['kubernetes.io/config.mirror'] !== undefined,
  },
  {
    reason: 'do-not-disrupt',
    applies: ({ annotations }) =>
      annotations?.['karpenter.sh/do-not-disrupt'] === 'true',
  },
  {
    reason: 'not-safe-to-evict',
    applies: ({ annotations }) =>
      annotations?.['cluster-autoscaler.kubernetes.io/safe-to-evict'] ===
      'false',
  },
  {
    reason: 'local-data',
    applies: ({ annotations }, { volumes }) =>
      annotations?.['cluster-autoscaler.kubernetes.io/safe-to-evict'] !==
        'true' &&
      // A directory in memory is scratch space, such as /dev/shm.
      !!volumes?.some(
        ({ emptyDir, hostPath }) =>
          hostPath || (emptyDir && emptyDir.medium !== 'Memory'),
      ),
  },
];

function immovableReasons(
  metadata: Pod['metadata'],
  spec: PodSpec,
): readonly ImmovableReason[] {
  return IMMOVABLE.filter(({ applies }) => applies(metadata, spec)).map(
    ({ reason }) => reason,
  );
}

function claimNamesOf(
  spec: PodSpec,
  status: PodStatus | null | undefined,
): Readonly<Record<string, string>> {
  if (!spec.resourceClaims?.length) return EMPTY;
  const made = new Map(
    (status?.resourceClaimStatuses ?? []).map(claim => [
      claim.name,
      claim.resourceClaimName,
    ]),
  );
  return Object.fromEntries(
    spec.resourceClaims.flatMap(({ name, resourceClaimName }) => {
      const claim = resourceClaimName ?? made.get(name);
      return claim ? [[name, claim]] : [];
    }),
  );
}
