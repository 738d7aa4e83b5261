import { z } from 'zod/v4';
import { artifactsSchema, versionOf } from './artifacts';
import { conditionSchema, objectMetaSchema } from './objectMeta';
import { stagePhase, type StagePhase } from './stagePhase';

/** @public */
export const STAGE_HEALTHS = [
  'Healthy',
  'Progressing',
  'Unhealthy',
  'NotApplicable',
  'Unknown',
] as const;

/** @public */
export type StageHealth = (typeof STAGE_HEALTHS)[number];

/**
 * A stage as the promotion view needs it. Times are ISO 8601.
 *
 * @public
 */
export interface Stage {
  readonly project: string;
  readonly name: string;
  /** Passes freight on without running anything. */
  readonly controlFlow: boolean;
  readonly shard: string | undefined;
  /** Stages it takes freight from; empty where it takes it from the warehouse. */
  readonly upstream: readonly string[];
  readonly phase: StagePhase;
  /** What Kargo says about the phase. */
  readonly phaseMessage: string | undefined;
  readonly health: StageHealth;
  readonly healthIssues: readonly string[];
  /** Absent where there is none. */
  readonly freight:
    | {
        readonly name: string;
        readonly version: string | undefined;
      }
    | undefined;
  /** Phase of the latest verification of that freight; absent where there was none. */
  readonly verification: string | undefined;
  readonly autoPromotion: boolean;
}

const freightReferenceSchema = artifactsSchema.extend({
  name: z.string().optional(),
});

const stageObjectSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    shard: z.string().optional(),
    requestedFreight: z
      .array(
        z.object({
          sources: z
            .object({ stages: z.array(z.string()).nullish() })
            .nullish(),
        }),
      )
      .nullish(),
    promotionTemplate: z
      .object({
        spec: z.object({ steps: z.array(z.unknown()).nullish() }).nullish(),
      })
      .nullish(),
  }),
  status: z
    .object({
      conditions: z.array(conditionSchema).nullish(),
      autoPromotionEnabled: z.boolean().optional(),
      health: z
        .object({
          status: z.string().optional(),
          issues: z.array(z.string()).nullish(),
        })
        .nullish(),
      freightHistory: z
        .array(
          z.object({
            items: z.record(z.string(), freightReferenceSchema).nullish(),
            verificationHistory: z
              .array(z.object({ phase: z.string().optional() }))
              .nullish(),
          }),
        )
        .nullish(),
    })
    .optional(),
});

/**
 * Reads a `stages` object.
 *
 * @see akuity/kargo api/v1alpha1/stage_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readStage(object: unknown): Stage {
  const { metadata, spec, status } = stageObjectSchema.parse(object);
  const conditions = status?.conditions ?? [];
  const current = status?.freightHistory?.[0];
  const items = Object.values(current?.items ?? {});
  const versions = items.map(item => versionOf(item)).filter(Boolean);
  return {
    project: metadata.namespace,
    name: metadata.name,
    // Stage.IsControlFlow: no promotion template, or one without steps.
    controlFlow: !spec.promotionTemplate?.spec?.steps?.length,
    shard: spec.shard,
    upstream: [
      ...new Set(
        (spec.requestedFreight ?? []).flatMap(
          request => request.sources?.stages ?? [],
        ),
      ),
    ],
    phase: stagePhase(conditions),
    phaseMessage:
      conditions.find(({ type }) => type === 'Ready')?.message || undefined,
    health:
      STAGE_HEALTHS.find(known => known === status?.health?.status) ??
      'Unknown',
    healthIssues: status?.health?.issues ?? [],
    freight:
      items.length === 0
        ? undefined
        : {
            name: items.map(item => item.name ?? 'unknown').join(', '),
            version: versions.length === 0 ? undefined : versions.join(', '),
          },
    verification: current?.verificationHistory?.[0]?.phase,
    autoPromotion: status?.autoPromotionEnabled ?? false,
  };
}
