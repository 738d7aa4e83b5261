import { z } from 'zod/v4';
import { artifactsSchema, versionOf } from './artifacts';
import { objectMetaSchema } from './objectMeta';
import { keptAnnotations, type Annotations } from './portalAnnotations';

/**
 * Phases of a promotion; `Unknown` stands for a value of a later Kargo.
 *
 * @public
 */
export const PROMOTION_PHASES = [
  'Pending',
  'Running',
  'Succeeded',
  'Failed',
  'Errored',
  'Aborted',
  'Unknown',
] as const;

/** @public */
export type PromotionPhase = (typeof PROMOTION_PHASES)[number];

/**
 * A step of a promotion. Times are ISO 8601.
 *
 * @public
 */
export interface PromotionStep {
  readonly name: string;
  /** `Running`, `Succeeded`, `Failed`, `Errored`, `Aborted`, `Skipped`, or `Waiting` where it has not started. */
  readonly status: string;
  readonly message: string | undefined;
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
}

/**
 * A promotion as the promotion view needs it. Times are ISO 8601.
 *
 * @public
 */
export interface Promotion {
  readonly project: string;
  readonly name: string;
  readonly uid: string;
  readonly stage: string;
  readonly freight: string | undefined;
  readonly version: string | undefined;
  readonly phase: PromotionPhase;
  readonly message: string | undefined;
  /** Who created it; absent where Kargo promoted by itself. */
  readonly actor: string | undefined;
  /** Those of the portal, and a request to abort. */
  readonly annotations?: Annotations;
  readonly createdAt: string | undefined;
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
  readonly steps: readonly PromotionStep[];
}

const stepMetadataSchema = z.object({
  alias: z.string().optional(),
  startedAt: z.string().nullish(),
  finishedAt: z.string().nullish(),
  status: z.string().optional(),
  message: z.string().optional(),
});

const promotionObjectSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    stage: z.string(),
    freight: z.string().optional(),
    steps: z
      .array(
        z.object({ as: z.string().optional(), uses: z.string().optional() }),
      )
      .nullish(),
  }),
  status: z
    .object({
      phase: z.string().optional(),
      message: z.string().optional(),
      startedAt: z.string().nullish(),
      finishedAt: z.string().nullish(),
      freight: artifactsSchema.nullish(),
      stepExecutionMetadata: z.array(stepMetadataSchema).nullish(),
    })
    .optional(),
});

const ANNOTATION_CREATE_ACTOR = 'kargo.akuity.io/create-actor';

/**
 * Reads a `promotions` object.
 *
 * @see akuity/kargo api/v1alpha1/promotion_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readPromotion(object: unknown): Promotion {
  const { metadata, spec, status } = promotionObjectSchema.parse(object);
  return {
    project: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    stage: spec.stage,
    freight: spec.freight,
    version: status?.freight ? versionOf(status.freight) : undefined,
    phase: phaseOf(status?.phase),
    message: status?.message || undefined,
    actor: metadata.annotations?.[ANNOTATION_CREATE_ACTOR],
    annotations: keptAnnotations(metadata.annotations),
    createdAt: metadata.creationTimestamp,
    startedAt: status?.startedAt ?? undefined,
    finishedAt: status?.finishedAt ?? undefined,
    steps: stepsOf(spec.steps ?? [], status?.stepExecutionMetadata ?? []),
  };
}

/**
 * Whether a promotion has come to its end.
 *
 * @public
 */
export function isFinished(phase: PromotionPhase): boolean {
  return ['Succeeded', 'Failed', 'Errored', 'Aborted'].includes(phase);
}

function phaseOf(phase: string | undefined): PromotionPhase {
  // A promotion that the controller has not seen yet has no phase.
  if (!phase) return 'Pending';
  return PROMOTION_PHASES.find(known => known === phase) ?? 'Unknown';
}

/** Steps that have not started have no metadata, and one that has no alias is known by its position. */
function stepsOf(
  steps: ReadonlyArray<{ as?: string; uses?: string }>,
  executions: ReadonlyArray<z.infer<typeof stepMetadataSchema>>,
): PromotionStep[] {
  return steps.map((step, index) => {
    const execution = executions[index];
    return {
      name: step.as ?? step.uses ?? `step ${index + 1}`,
      status: execution ? execution.status ?? 'Running' : 'Waiting',
      message: execution?.message || undefined,
      startedAt: execution?.startedAt ?? undefined,
      finishedAt: execution?.finishedAt ?? undefined,
    };
  });
}
