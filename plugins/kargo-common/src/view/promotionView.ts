import { z } from 'zod/v4';
import { PROMOTION_PHASES } from '../model/promotionPhase';
import { diagnosisViewSchema } from './diagnosisView';

/**
 * A promotion as a row of a list.
 *
 * @public
 */
export const promotionViewSchema = z.object({
  name: z.string(),
  stage: z.string(),
  freight: z.string().optional(),
  version: z.string().optional(),
  phase: z.enum(PROMOTION_PHASES),
  /** Who created it, in words; absent where Kargo promoted by itself. */
  actor: z.string().optional(),
  rollback: z.boolean().optional(),
  createdAt: z.string().optional(),
});

/** @public */
export type PromotionView = z.infer<typeof promotionViewSchema>;

const linkSchema = z.object({ title: z.string(), url: z.string() });

/**
 * A step of a promotion. Times are ISO 8601.
 *
 * @public
 */
export const stepViewSchema = z.object({
  name: z.string(),
  uses: z.string().optional(),
  status: z.string(),
  message: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  /** How often it failed and was tried again. */
  errorCount: z.number(),
  /** Its failure does not fail the promotion. */
  continueOnError: z.boolean(),
  pullRequest: z
    .object({
      id: z.number().optional(),
      url: z.string().optional(),
      open: z.boolean().optional(),
      merged: z.boolean().optional(),
    })
    .optional(),
  links: z.array(linkSchema),
});

/** @public */
export type StepView = z.infer<typeof stepViewSchema>;

/**
 * Answer of `GET /entities/:kind/:namespace/:name/promotions/:controlPlane/:promotion`.
 *
 * @public
 */
export const promotionDetailSchema = promotionViewSchema.extend({
  controlPlane: z.string(),
  project: z.string(),
  message: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  steps: z.array(stepViewSchema),
  /** Absent where nothing is wrong. */
  diagnosis: diagnosisViewSchema.optional(),
  links: z.array(linkSchema),
});

/** @public */
export type PromotionDetail = z.infer<typeof promotionDetailSchema>;
