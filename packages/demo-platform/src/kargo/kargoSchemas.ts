import { z } from 'zod/v4';

const metadataSchema = z.looseObject({
  name: z.string(),
  namespace: z.string().default(''),
  generation: z.number().optional(),
  creationTimestamp: z.string(),
  labels: z.record(z.string(), z.string()).default({}),
  annotations: z.record(z.string(), z.string()).default({}),
});

export const originSchema = z.object({
  kind: z.string().default('Warehouse'),
  name: z.string(),
});

export type Origin = z.infer<typeof originSchema>;

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  as: z.string().optional(),
  continueOnError: z.boolean().optional(),
});

const commitSchema = z.looseObject({
  repoURL: z.string(),
  id: z.string(),
  message: z.string().optional(),
});

const imageSchema = z.looseObject({
  repoURL: z.string(),
  tag: z.string().optional(),
  digest: z.string().optional(),
});

export const warehouseSchema = z.object({
  metadata: metadataSchema,
  spec: z.looseObject({
    shard: z.string().optional(),
    freightCreationPolicy: z.string().default('Automatic'),
    subscriptions: z
      .array(
        z.object({
          image: z.looseObject({ repoURL: z.string() }).optional(),
          git: z
            .looseObject({ repoURL: z.string(), branch: z.string().optional() })
            .optional(),
        }),
      )
      .default([]),
  }),
});

export type Warehouse = z.infer<typeof warehouseSchema>;

const stageTimes = z.record(
  z.string(),
  z.looseObject({
    since: z.string().optional(),
    verifiedAt: z.string().optional(),
    longestSoak: z.string().optional(),
    approvedAt: z.string().optional(),
  }),
);

export const freightSchema = z.object({
  metadata: metadataSchema,
  alias: z.string().optional(),
  origin: originSchema,
  commits: z.array(commitSchema).optional(),
  images: z.array(imageSchema).optional(),
  discoveredAt: z.string().optional(),
  status: z
    .looseObject({
      currentlyIn: stageTimes.default({}),
      verifiedIn: stageTimes.default({}),
      approvedFor: stageTimes.default({}),
    })
    .default({ currentlyIn: {}, verifiedIn: {}, approvedFor: {} }),
});

export type Freight = z.infer<typeof freightSchema>;

const verificationSchema = z.looseObject({
  id: z.string(),
  phase: z.string(),
  startTime: z.string(),
  message: z.string().optional(),
  analysisRun: z.looseObject({ name: z.string() }).optional(),
});

const freightCollectionSchema = z.looseObject({
  id: z.string(),
  items: z.record(z.string(), z.looseObject({ name: z.string() })).default({}),
  verificationHistory: z.array(verificationSchema).default([]),
});

export const stageSchema = z.object({
  metadata: metadataSchema,
  spec: z.looseObject({
    shard: z.string().optional(),
    requestedFreight: z
      .array(
        z.object({
          origin: originSchema,
          sources: z.object({
            direct: z.boolean().default(false),
            stages: z.array(z.string()).default([]),
            requiredSoakTime: z.string().optional(),
            availabilityStrategy: z.string().default('OneOf'),
          }),
        }),
      )
      .default([]),
    promotionTemplate: z
      .object({
        spec: z.looseObject({
          vars: z.array(z.looseObject({})).optional(),
          steps: z.array(stepSchema).default([]),
        }),
      })
      .optional(),
    verification: z.looseObject({}).optional(),
  }),
  status: z
    .looseObject({
      freightHistory: z.array(freightCollectionSchema).default([]),
      autoPromotionHolds: z
        .record(z.string(), z.looseObject({ createdAt: z.string() }))
        .default({}),
      lastPromotion: z
        .looseObject({ name: z.string(), finishedAt: z.string().optional() })
        .optional(),
    })
    .default({ freightHistory: [], autoPromotionHolds: {} }),
});

export type Stage = z.infer<typeof stageSchema>;

export const promotionSchema = z.object({
  metadata: metadataSchema,
  spec: z.looseObject({
    stage: z.string(),
    freight: z.string().default(''),
    origin: originSchema.optional(),
    steps: z.array(stepSchema).default([]),
  }),
  status: z
    .looseObject({
      phase: z.string().default(''),
      startedAt: z.string().optional(),
      finishedAt: z.string().optional(),
      currentStep: z.number().default(0),
      message: z.string().optional(),
      state: z.record(z.string(), z.json()).default({}),
      stepExecutionMetadata: z
        .array(
          z.looseObject({
            alias: z.string(),
            status: z.string().optional(),
            startedAt: z.string().optional(),
          }),
        )
        .default([]),
    })
    .default({
      phase: '',
      currentStep: 0,
      state: {},
      stepExecutionMetadata: [],
    }),
});

export type Promotion = z.infer<typeof promotionSchema>;

export const projectConfigSchema = z.object({
  spec: z
    .looseObject({
      promotionPolicies: z
        .array(
          z.object({
            stage: z.string().optional(),
            stageSelector: z
              .object({
                name: z.string().optional(),
                matchLabels: z.record(z.string(), z.string()).optional(),
              })
              .optional(),
            autoPromotionEnabled: z.boolean().default(false),
          }),
        )
        .default([]),
    })
    .default({ promotionPolicies: [] }),
});

export type ProjectConfig = z.infer<typeof projectConfigSchema>;
