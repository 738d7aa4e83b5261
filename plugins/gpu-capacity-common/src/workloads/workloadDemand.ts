import { z } from 'zod/v4';
import type { PodTemplate } from './podTemplate';

/** More than this many replicas nobody means: KubeRay's default for no limit. */
export const NO_CEILING = 'no ceiling';

/**
 * Most pods; `no ceiling` where nothing limits them but quota and hardware; `undefined` where that is unknown.
 *
 * @public
 */
export type Ceiling = number | typeof NO_CEILING | undefined;

/**
 * Equal pods of a workload.
 *
 * @public
 */
export interface WorkloadPiece {
  readonly name: string;
  readonly podTemplate: PodTemplate;
  /** Pods that there should be now; `undefined`: the object does not say. */
  readonly now: number | undefined;
  readonly min: number | undefined;
  readonly max: Ceiling;
  /** Pods that one replica of the workload has of these; `undefined`: the object does not say. */
  readonly podsPerReplica: number | undefined;
  /** Replicas whose pods must start together, with the pods of all pieces of the same gang; absent: pods are on their own. */
  readonly gang: string | undefined;
}

/**
 * What an upgrade takes beyond what is there.
 *
 * @remarks
 * `none`: it is not upgraded while it runs; `in-place`: pods make room for their successors; `surge`: so many pods more,
 * at most, with `undefined` where that is unknown.
 *
 * @public
 */
export type WorkloadUpgrade =
  | { readonly kind: 'none' | 'in-place' | 'unknown' }
  | {
      readonly kind: 'surge';
      readonly pods: ReadonlyArray<{
        readonly piece: string;
        readonly pods: number | undefined;
      }>;
    };

/**
 * Something to know about a workload that costs devices or hides them.
 *
 * @remarks
 * `kept-after-end`: it has ended and its pods are kept; `keeps-after-end`: they will be; `autoscaling-off`: workers stay
 * whether they are used or not; `no-ceiling`: nothing limits how far it grows; `upgrading`: old and new pods run side by
 * side; `incomplete-template`: the cluster adds to the pods what the object does not say.
 *
 * @public
 */
export interface WorkloadFinding {
  readonly finding:
    | 'kept-after-end'
    | 'keeps-after-end'
    | 'autoscaling-off'
    | 'no-ceiling'
    | 'upgrading'
    | 'incomplete-template';
  /** For people. */
  readonly sentence: string;
}

/**
 * An object that makes pods.
 *
 * @public
 */
export interface WorkloadRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * What a workload asks for now, at least and at most.
 *
 * @public
 */
export interface WorkloadDemand extends WorkloadRef {
  readonly labels: Readonly<Record<string, string>>;
  /** Its controller, where it has one. */
  readonly owner:
    | {
        readonly apiVersion: string;
        readonly kind: string;
        readonly name: string;
      }
    | undefined;
  /** LocalQueue of Kueue: all of its pods are admitted together. */
  readonly queueName: string | undefined;
  readonly pieces: readonly WorkloadPiece[];
  readonly upgrade: WorkloadUpgrade;
  readonly findings: readonly WorkloadFinding[];
}

/** The head of any workload. */
export const workloadHeadSchema = z.object({
  apiVersion: z.string().nullish(),
  kind: z.string().nullish(),
  metadata: z.object({
    namespace: z.string(),
    name: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
    annotations: z.record(z.string(), z.string()).nullish(),
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
});

const QUEUE_LABEL = 'kueue.x-k8s.io/queue-name';

/**
 * Reads the head of a workload.
 *
 * @param fallback - what a list says of its items, which do not say it themselves
 */
export function readWorkloadHead(
  { apiVersion, kind, metadata }: z.infer<typeof workloadHeadSchema>,
  fallback: { readonly apiVersion: string; readonly kind: string },
): Omit<WorkloadDemand, 'pieces' | 'upgrade' | 'findings'> {
  const labels = metadata.labels ?? {};
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  return {
    apiVersion: apiVersion || fallback.apiVersion,
    kind: kind || fallback.kind,
    namespace: metadata.namespace,
    name: metadata.name,
    labels,
    owner: owner && {
      apiVersion: owner.apiVersion,
      kind: owner.kind,
      name: owner.name,
    },
    queueName: labels[QUEUE_LABEL] || undefined,
  };
}
