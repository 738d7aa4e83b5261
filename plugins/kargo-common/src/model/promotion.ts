import { z } from 'zod/v4';
import { artifactsObjectSchema, readArtifacts, versionOf } from './artifacts';
import { objectMetaSchema } from './objectMeta';
import { phaseOf, type PromotionPhase } from './promotionPhase';
import { keptAnnotations, type Annotations } from './portalAnnotations';
import { ANNOTATION_CREATE_ACTOR, ANNOTATION_ROLLBACK } from './promotionRow';
import { readStepOutput, type StepOutput } from './stepOutput';

/**
 * A step of a promotion. Times are ISO 8601.
 *
 * @public
 */
export interface PromotionStep {
  readonly name: string;
  /** The built-in step that runs; `undefined` where a task stands for it. */
  readonly uses: string | undefined;
  /** `Running`, `Succeeded`, `Failed`, `Errored`, `Aborted`, `Skipped`, or `Waiting` where it has not started. */
  readonly status: string;
  readonly message: string | undefined;
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
  /** What it said while it was tried again. Running out of time overwrites it, so only who looked before has it. */
  readonly lastMessageBeforeRetry?: string;
  /** How often it failed and was tried again. */
  readonly errorCount: number;
  /** Its failure does not fail the promotion. */
  readonly continueOnError: boolean;
  readonly output: StepOutput;
}

/**
 * A promotion with its steps. Times are ISO 8601.
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
  /** Who created it, as Kargo writes it; absent where Kargo promoted by itself. */
  readonly actor: string | undefined;
  /** Those of the portal, and a request to abort. */
  readonly annotations?: Annotations;
  readonly rollback: boolean;
  readonly shard: string | undefined;
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
  errorCount: z.number().nullish(),
  continueOnError: z.boolean().nullish(),
});

const stepSchema = z.object({
  as: z.string().optional(),
  uses: z.string().optional(),
  continueOnError: z.boolean().nullish(),
});

const promotionObjectSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    stage: z.string(),
    freight: z.string().optional(),
    steps: z.array(stepSchema).nullish(),
  }),
  status: z
    .object({
      phase: z.string().optional(),
      message: z.string().optional(),
      startedAt: z.string().nullish(),
      finishedAt: z.string().nullish(),
      freight: artifactsObjectSchema.nullish(),
      stepExecutionMetadata: z.array(stepMetadataSchema).nullish(),
      state: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
});

const LABEL_SHARD = 'kargo.akuity.io/shard';

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
  const annotations = metadata.annotations ?? {};
  return {
    project: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    stage: spec.stage,
    freight: spec.freight,
    version: status?.freight
      ? versionOf(readArtifacts(status.freight))
      : undefined,
    phase: phaseOf(status?.phase),
    message: status?.message || undefined,
    actor: annotations[ANNOTATION_CREATE_ACTOR],
    annotations: keptAnnotations(metadata.annotations),
    rollback: annotations[ANNOTATION_ROLLBACK] === 'true',
    shard: metadata.labels?.[LABEL_SHARD],
    createdAt: metadata.creationTimestamp,
    startedAt: status?.startedAt ?? undefined,
    finishedAt: status?.finishedAt ?? undefined,
    steps: (spec.steps ?? []).map((step, index) =>
      readStep(
        step,
        index,
        status?.stepExecutionMetadata?.[index],
        status?.state ?? {},
      ),
    ),
  };
}

/** Steps that have not started have no metadata, and one that has no alias is known by its position. */
function readStep(
  step: z.infer<typeof stepSchema>,
  index: number,
  execution: z.infer<typeof stepMetadataSchema> | undefined,
  state: Readonly<Record<string, unknown>>,
): PromotionStep {
  // A step without an alias gets one from its position.
  const alias = execution?.alias ?? step.as ?? `step-${index + 1}`;
  return {
    name: step.as ?? step.uses ?? `step ${index + 1}`,
    uses: step.uses,
    status: execution ? execution.status ?? 'Running' : 'Waiting',
    message: execution?.message || undefined,
    startedAt: execution?.startedAt ?? undefined,
    finishedAt: execution?.finishedAt ?? undefined,
    errorCount: execution?.errorCount ?? 0,
    continueOnError:
      execution?.continueOnError ?? step.continueOnError ?? false,
    output: readStepOutput(state[alias]),
  };
}
