import { observationSchema } from '@fairway/observation';
import { z } from 'zod/v4';
import { diagnosisViewSchema } from './diagnosisView';
import { freightViewSchema } from './freightView';
import { promotionViewSchema } from './promotionView';
import { readStageList, stageListSchema, writeStageList } from './stageList';

/**
 * A warehouse that stages of the project take freight from.
 *
 * @public
 */
export const warehouseViewSchema = z.object({
  name: z.string(),
  automatic: z.boolean(),
  subscriptions: z.array(
    z.object({ type: z.string(), repoURL: z.string().optional() }),
  ),
  problem: z
    .object({ message: z.string(), since: z.string().optional() })
    .optional(),
});

/** @public */
export type WarehouseView = z.infer<typeof warehouseViewSchema>;

/**
 * The controller of a shard that stages of the project belong to.
 *
 * @public
 */
export const controllerViewSchema = z.object({
  shard: z.string().optional(),
  status: z.enum(['alive', 'silent', 'unknown']),
  /** Last sign of life, ISO 8601. */
  heardAt: z.string().optional(),
  reason: z.string().optional(),
  /** How many stages of the project it serves. */
  stages: z.number(),
  /** Version of Kargo it runs; absent where its Deployment is not seen. */
  version: z.string().optional(),
  argoCd: z.object({
    status: z.enum(['reached', 'off', 'not-reached', 'unknown']),
    message: z.string().optional(),
  }),
  /** What is wrong with it and what to do; absent where nothing is. */
  diagnosis: diagnosisViewSchema.optional(),
});

/** @public */
export type ControllerView = z.infer<typeof controllerViewSchema>;

const sentStagesSchema = observationSchema.extend(stageListSchema.shape);

/** A project as it is sent. */
const sentProjectSchema = z.object({
  controlPlane: z.object({
    name: z.string(),
    title: z.string().optional(),
    /** Where the project is in Kargo's own user interface. */
    url: z.string().optional(),
  }),
  project: z.string(),
  stages: sentStagesSchema,
  freight: observationSchema.extend({
    items: z.array(freightViewSchema),
    total: z.number(),
  }),
  promotions: observationSchema.extend({
    items: z.array(promotionViewSchema),
    total: z.number(),
  }),
  warehouses: observationSchema.extend({ items: z.array(warehouseViewSchema) }),
  controllers: observationSchema.extend({
    items: z.array(controllerViewSchema),
  }),
});

/**
 * A Kargo project on one control plane. What is not observed has a freshness that says so, and no items.
 *
 * @public
 */
export const projectPromotionsSchema = sentProjectSchema.extend({
  stages: sentStagesSchema.transform(
    ({ common, items, ...observation }, context) => {
      const stages = readStageList({ common, items });
      if (stages) return { ...observation, items: stages };
      context.addIssue('A stage is like one that is not there');
      return z.NEVER;
    },
  ),
});

/**
 * Answer of `GET /entities/:kind/:namespace/:name/promotions`.
 *
 * @public
 */
export const entityPromotionsSchema = z.object({
  /** What a person would say: where the version is, and when it goes further. */
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

const sentEntityPromotionsSchema = entityPromotionsSchema.extend({
  projects: z.array(sentProjectSchema),
});

/**
 * The answer as it is sent: `entityPromotionsSchema` reads it back. What stages have in common is in it once, which is less
 * than half where a project has hundreds of them.
 *
 * @throws `ZodError` where it is not of the contract
 *
 * @public
 */
export function writeEntityPromotions(
  answer: EntityPromotions,
): z.infer<typeof sentEntityPromotionsSchema> {
  return sentEntityPromotionsSchema.parse({
    ...answer,
    projects: answer.projects.map(project => ({
      ...project,
      stages: { ...project.stages, ...writeStageList(project.stages.items) },
    })),
  });
}
