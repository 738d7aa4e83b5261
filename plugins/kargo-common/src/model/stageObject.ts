import { z } from 'zod/v4';
import { artifactsObjectSchema } from './artifacts';
import { conditionSchema, objectMetaSchema } from './objectMeta';
import { originObjectSchema } from './origin';
import { verificationObjectSchema } from './verification';

const freightReferenceSchema = artifactsObjectSchema.extend({
  name: z.string().optional(),
});

const requestSchema = z.object({
  origin: originObjectSchema.optional(),
  sources: z
    .object({
      direct: z.boolean().nullish(),
      stages: z.array(z.string()).nullish(),
      requiredSoakTime: z.string().nullish(),
      availabilityStrategy: z.string().nullish(),
      autoPromotionOptions: z
        .object({ selectionPolicy: z.string().nullish() })
        .nullish(),
    })
    .nullish(),
});

const holdSchema = z.object({
  freightName: z.string().optional(),
  promotionName: z.string().optional(),
  actor: z.string().optional(),
  createdAt: z.string().nullish(),
});

const lastPromotionSchema = z.object({
  name: z.string(),
  freight: z.object({ name: z.string().optional() }).nullish(),
  finishedAt: z.string().nullish(),
  status: z
    .object({
      phase: z.string().optional(),
      message: z.string().optional(),
      finishedAt: z.string().nullish(),
      freight: z.object({ name: z.string().optional() }).nullish(),
      stepExecutionMetadata: z
        .array(
          z.object({
            alias: z.string().optional(),
            status: z.string().optional(),
            message: z.string().optional(),
            continueOnError: z.boolean().nullish(),
            startedAt: z.string().nullish(),
            finishedAt: z.string().nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

/**
 * A `stages` object of Kargo v1.8 to v1.12; what is missing or of a later version is left out.
 *
 * @see akuity/kargo api/v1alpha1/stage_types.go
 */
export const stageObjectSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    shard: z.string().optional(),
    requestedFreight: z.array(requestSchema).nullish(),
    promotionTemplate: z
      .object({
        spec: z
          .object({
            steps: z
              .array(
                z.object({
                  uses: z.string().optional(),
                  as: z.string().optional(),
                  task: z.object({ name: z.string() }).nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
      })
      .nullish(),
    verification: z
      .object({ analysisTemplates: z.array(z.unknown()).nullish() })
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
            id: z.string().optional(),
            items: z.record(z.string(), freightReferenceSchema).nullish(),
            verificationHistory: z.array(verificationObjectSchema).nullish(),
          }),
        )
        .nullish(),
      currentPromotion: z.object({ name: z.string() }).nullish(),
      lastPromotion: lastPromotionSchema.nullish(),
      autoPromotionHolds: z.record(z.string(), holdSchema).nullish(),
      effectiveAutoPromotionHolds: z.record(z.string(), holdSchema).nullish(),
      promotionWindowStatus: z
        .object({
          closed: z.boolean().optional(),
          reason: z.string().optional(),
          nextOpen: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

/** A `stages` object. */
export type StageObject = z.infer<typeof stageObjectSchema>;
