import { observationSchema } from '@fairway/observation';
import { z } from 'zod/v4';
import { PROMOTION_PHASES } from '../model/promotion';
import { STAGE_HEALTHS } from '../model/stage';
import { STAGE_PHASES } from '../model/stagePhase';

const stageSchema = z.object({
  name: z.string(),
  controlFlow: z.boolean(),
  shard: z.string().optional(),
  upstream: z.array(z.string()),
  final: z.boolean(),
  phase: z.enum(STAGE_PHASES),
  phaseMessage: z.string().optional(),
  health: z.enum(STAGE_HEALTHS),
  healthIssues: z.array(z.string()),
  freight: z
    .object({
      name: z.string(),
      version: z.string().optional(),
      /** Since when it is in the stage; absent where the freight object is gone. */
      since: z.string().optional(),
    })
    .optional(),
  verification: z.string().optional(),
  autoPromotion: z.boolean(),
});

const freightSchema = z.object({
  name: z.string(),
  alias: z.string().optional(),
  version: z.string().optional(),
  warehouse: z.string().optional(),
  discoveredAt: z.string().optional(),
  currentlyIn: z.array(z.string()),
  verifiedIn: z.array(z.string()),
  approvedFor: z.array(z.string()),
});

const promotionSchema = z.object({
  name: z.string(),
  stage: z.string(),
  freight: z.string().optional(),
  version: z.string().optional(),
  phase: z.enum(PROMOTION_PHASES),
  message: z.string().optional(),
  actor: z.string().optional(),
  createdAt: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  steps: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      startedAt: z.string().optional(),
      finishedAt: z.string().optional(),
    }),
  ),
});

/**
 * A Kargo project on one control plane. What is not observed has a freshness that says so, and no items.
 *
 * @public
 */
export const projectPromotionsSchema = z.object({
  controlPlane: z.object({ name: z.string(), title: z.string().optional() }),
  project: z.string(),
  stages: observationSchema.extend({ items: z.array(stageSchema) }),
  freight: observationSchema.extend({ items: z.array(freightSchema) }),
  promotions: observationSchema.extend({ items: z.array(promotionSchema) }),
});

/**
 * Answer of `GET /entities/:kind/:namespace/:name/promotions`.
 *
 * @public
 */
export const entityPromotionsSchema = z.object({
  /** What a person would say: where the version is. */
  headline: z.string(),
  riskClass: z.string().optional(),
  /** Why nothing or not everything can be shown, in sentences that say what to do. */
  notices: z.array(z.string()),
  projects: z.array(projectPromotionsSchema),
});

/** @public */
export type EntityPromotions = z.infer<typeof entityPromotionsSchema>;

/** @public */
export type ProjectPromotions = z.infer<typeof projectPromotionsSchema>;

/** @public */
export type StageView = z.infer<typeof stageSchema>;

/** @public */
export type FreightView = z.infer<typeof freightSchema>;

/** @public */
export type PromotionView = z.infer<typeof promotionSchema>;
