import { z } from 'zod/v4';
import { artifactsSchema } from '../model/artifacts';
import { diagnosisViewSchema } from './diagnosisView';
import { rollbackViewSchema } from './rollbackView';
import { nextViewSchema, reasonSchema, stageViewSchema } from './stageView';

const linkSchema = z.object({ title: z.string(), url: z.string() });

/**
 * A verification of what was in a stage. Times are ISO 8601.
 *
 * @public
 */
export const verificationViewSchema = z.object({
  id: z.string().optional(),
  phase: z.string(),
  message: z.string().optional(),
  actor: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  analysisRun: z.string().optional(),
  metrics: z.array(
    z.object({
      name: z.string(),
      phase: z.string(),
      message: z.string().optional(),
      successful: z.number(),
      failed: z.number(),
      inconclusive: z.number(),
      errored: z.number(),
      /** The latest values, the newest first. */
      values: z.array(z.string()),
    }),
  ),
  links: z.array(linkSchema),
});

/** @public */
export type VerificationView = z.infer<typeof verificationViewSchema>;

/**
 * The controls that follow the risk of a change to a stage.
 *
 * @public
 */
export const stageControlsSchema = z.object({
  riskClass: z.string(),
  /** Where the class comes from: a label, the annotation, the steps, or nowhere. */
  source: z.enum([
    'stage-label',
    'project-label',
    'annotation',
    'inferred',
    'default',
  ]),
  inferredFrom: z.array(z.string()).optional(),
  /** What is wrong with the class that was named. */
  problem: z.string().optional(),
  executionMode: z.enum(['view', 'hand-off', 'execute']),
  approvers: z.object({ count: z.number(), groups: z.array(z.string()) }),
  minimumSoak: z.string(),
  verificationRequired: z.boolean(),
  changeWindowRequired: z.boolean(),
  rollback: z.object({
    expectation: z.enum(['re-promote', 'forward-fix', 'runbook']),
    link: z.string().optional(),
    pointOfNoReturn: z.string().optional(),
  }),
  longestDuration: z.string(),
  calendar: z.object({
    status: z.enum(['open', 'closed', 'unknown']),
    /** In a sentence; absent where no rule says anything. */
    sentence: z.string().optional(),
    until: z.string().optional(),
  }),
});

/** @public */
export type StageControlsView = z.infer<typeof stageControlsSchema>;

/**
 * Answer of `GET /entities/:kind/:namespace/:name/stages/:controlPlane/:stage`: why what is not there is not there, and
 * what was.
 *
 * @public
 */
export const stageDetailSchema = z.object({
  controlPlane: z.string(),
  project: z.string(),
  stage: stageViewSchema,
  /** For the freight that was asked for, or the newest that could come; the first one is next. */
  explanations: z.array(
    nextViewSchema.omit({ moreReasons: true }).extend({
      status: z.enum(['arrived', 'promoting', 'ready', 'stopped']),
      /** The whole of it in one sentence. */
      sentence: z.string(),
      reasons: z.array(reasonSchema),
      byHand: z.array(z.string()),
      unknownDurations: z.array(z.string()),
    }),
  ),
  holds: z.array(
    z.object({
      origin: z.string(),
      freight: z.string().optional(),
      actor: z.string().optional(),
      createdAt: z.string().optional(),
    }),
  ),
  /** What was in it, the newest first. */
  history: z.array(
    z.object({
      items: z.array(
        z.object({
          origin: z.string(),
          name: z.string(),
          version: z.string().optional(),
          artifacts: artifactsSchema,
        }),
      ),
      verifications: z.array(verificationViewSchema),
    }),
  ),
  /** What is wrong with its last promotion, its health or its verification. */
  diagnoses: z.array(diagnosisViewSchema),
  controls: stageControlsSchema,
  rollback: rollbackViewSchema,
  links: z.array(linkSchema),
});

/** @public */
export type StageDetail = z.infer<typeof stageDetailSchema>;
