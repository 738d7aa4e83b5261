import { z } from 'zod/v4';
import type { WorkloadDemand, WorkloadRef } from './workloadDemand';

/**
 * How far an autoscaler lets the replicas of a workload go.
 *
 * @public
 */
export interface ReplicaRange {
  readonly source: 'HorizontalPodAutoscaler' | 'ScaledObject';
  readonly name: string;
  readonly target: Pick<WorkloadRef, 'kind' | 'namespace' | 'name'>;
  /** 0: it scales to nothing. */
  readonly min: number;
  readonly max: number;
  /** It was switched off and changes nothing. */
  readonly paused: boolean;
}

const countSchema = z.number().int().nonnegative();

const metadataSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  annotations: z.record(z.string(), z.string()).nullish(),
});

const autoscalerSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
    minReplicas: countSchema.nullish(),
    maxReplicas: countSchema,
  }),
});

/**
 * Reads a HorizontalPodAutoscaler of autoscaling v1 or v2.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readHorizontalPodAutoscaler(object: unknown): ReplicaRange {
  const { metadata, spec } = autoscalerSchema.parse(object);
  return {
    source: 'HorizontalPodAutoscaler',
    name: metadata.name,
    target: { ...spec.scaleTargetRef, namespace: metadata.namespace },
    min: spec.minReplicas ?? 1,
    max: spec.maxReplicas,
    paused: false,
  };
}

const scaledObjectSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    scaleTargetRef: z.object({ kind: z.string().nullish(), name: z.string() }),
    idleReplicaCount: countSchema.nullish(),
    minReplicaCount: countSchema.nullish(),
    maxReplicaCount: countSchema.nullish(),
  }),
});

/** Default of KEDA for `maxReplicaCount`. */
const KEDA_MAX_REPLICAS = 100;

const KEDA = 'autoscaling.keda.sh';

/** Whatever is none of these pauses it. */
const FALSE_VALUES = ['false', 'False', 'FALSE', 'f', 'F', '0'];

/**
 * Reads a ScaledObject of KEDA.
 *
 * @see kedacore/keda apis/keda/v1alpha1/scaledobject_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readScaledObject(object: unknown): ReplicaRange {
  const { metadata, spec } = scaledObjectSchema.parse(object);
  const { kind, name } = spec.scaleTargetRef;
  const fixed = metadata.annotations?.[`${KEDA}/paused-replicas`];
  const isFixed = fixed !== undefined && /^\d+$/.test(fixed);
  const paused = metadata.annotations?.[`${KEDA}/paused`];
  return {
    source: 'ScaledObject',
    name: metadata.name,
    target: {
      kind: kind || 'Deployment',
      name,
      namespace: metadata.namespace,
    },
    min: isFixed
      ? Number(fixed)
      : spec.idleReplicaCount ?? spec.minReplicaCount ?? 0,
    max: isFixed ? Number(fixed) : spec.maxReplicaCount ?? KEDA_MAX_REPLICAS,
    paused: !isFixed && paused !== undefined && !FALSE_VALUES.includes(paused),
  };
}

/**
 * A workload with the range that its autoscaler gives it. KEDA works through an autoscaler that does not know its rules
 * for scaling to nothing, so that the ScaledObject is believed where both are there.
 *
 * @public
 */
export function withReplicaRange(
  demand: WorkloadDemand,
  ranges: readonly ReplicaRange[],
): WorkloadDemand {
  const own = ranges.filter(
    ({ target, paused }) =>
      !paused &&
      target.kind === demand.kind &&
      target.namespace === demand.namespace &&
      target.name === demand.name,
  );
  const range = own.find(({ source }) => source === 'ScaledObject') ?? own[0];
  if (!range) return demand;
  return {
    ...demand,
    pieces: demand.pieces.map(piece => {
      const pods = (replicas: number) =>
        piece.podsPerReplica === undefined
          ? undefined
          : replicas * piece.podsPerReplica;
      return { ...piece, min: pods(range.min), max: pods(range.max) };
    }),
  };
}
