import { z } from 'zod/v4';
import { STAGE_HEALTHS } from '../model/stage';
import { STAGE_PHASES } from '../model/stagePhase';

/**
 * One unmet condition, in words and as data.
 *
 * @public
 */
export const reasonSchema = z.object({
  /** Which condition: an `ObstacleKind`, or one of a later version. */
  kind: z.string(),
  /** Part of a sentence: "12 min of soak left in uat". */
  text: z.string(),
  /** When it is met by itself, ISO 8601. */
  until: z.string().optional(),
  /** Where it can be met, such as a pull request. */
  url: z.string().optional(),
  /** Stops everybody, or only Kargo by itself. */
  stops: z.enum(['promotion', 'auto-promotion']),
});

/** @public */
export type Reason = z.infer<typeof reasonSchema>;

/**
 * What comes next into a stage, and what is in its way.
 *
 * @public
 */
export const nextViewSchema = z.object({
  freight: z.string(),
  version: z.string().optional(),
  status: z.enum(['promoting', 'ready', 'stopped']),
  promotion: z.string().optional(),
  /** Kargo promotes it without anybody. */
  byItself: z.boolean(),
  /** The first ones; the stage itself has all. */
  reasons: z.array(reasonSchema),
  moreReasons: z.number().optional(),
  /** Earliest arrival, ISO 8601; absent where it cannot be said. */
  notBefore: z.string().optional(),
});

/** @public */
export type NextView = z.infer<typeof nextViewSchema>;

/**
 * A stage as a row of the version matrix. What goes without saying is left out, since a project may have 600 of them.
 *
 * @public
 */
export const stageViewSchema = z.object({
  name: z.string(),
  /** Passes freight on without running anything. */
  controlFlow: z.boolean().optional(),
  shard: z.string().optional(),
  upstream: z.array(z.string()),
  /** Warehouses it takes freight from directly. */
  warehouses: z.array(z.string()).optional(),
  /** Nothing comes after it: production. */
  final: z.boolean().optional(),
  phase: z.enum(STAGE_PHASES),
  phaseMessage: z.string().optional(),
  health: z.enum(STAGE_HEALTHS),
  healthIssues: z.array(z.string()).optional(),
  freight: z
    .object({
      name: z.string(),
      version: z.string().optional(),
      /** Since when it is in the stage; absent where the freight object is gone. */
      since: z.string().optional(),
    })
    .optional(),
  verification: z.string().optional(),
  /** Absent where it is off. */
  autoPromotion: z.boolean().optional(),
  /** The last promotion that did not succeed, while nothing newer did. */
  failedPromotion: z.string().optional(),
  next: nextViewSchema.optional(),
});

/** @public */
export type StageView = z.infer<typeof stageViewSchema>;
