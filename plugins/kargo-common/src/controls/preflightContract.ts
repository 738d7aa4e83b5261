import { z } from 'zod/v4';
import { approvalBindingSchema } from './approvals/approvalBinding';
import { approvalRequestSchema } from './approvals/approvalRequest';
import { CONTROL_NAMES } from './preflight';

/**
 * Body of a preflight: which freight into which stage. The risk class is not the caller's to say.
 *
 * @public
 */
export const preflightBodySchema = z.strictObject({
  controlPlane: z.string().min(1).max(253),
  stage: z.string().min(1).max(253),
  /** Name, alias or version. */
  freight: z.string().min(1).max(253),
  intent: z.enum(['promote', 'rollback']).default('promote'),
});

/** @public */
export type PreflightBody = z.input<typeof preflightBodySchema>;

/** Who can do something about a finding. */
export const whoCanActSchema = z.enum([
  'caller',
  'approvers',
  'owner',
  'platform',
  'time',
]);

/** What a control found. */
export const findingSchema = z.object({
  control: z.enum(CONTROL_NAMES),
  message: z.string(),
  value: z.string(),
  until: z.string().optional(),
  whoCanAct: whoCanActSchema,
});

/**
 * Answer of `POST /entities/:kind/:namespace/:name/preflight`: everything that stands against a promotion, at once.
 *
 * @public
 */
export const preflightViewSchema = z.object({
  decision: z.enum(['clear', 'blocked']),
  binding: approvalBindingSchema,
  version: z.string().optional(),
  blockers: z.array(findingSchema),
  warnings: z.array(findingSchema),
  /** Controls that broken glass passes over this time. */
  overridden: z.array(z.enum(CONTROL_NAMES)),
  /** How Backstage goes on once it is clear. */
  executionMode: z.enum(['view', 'hand-off', 'execute']),
  /** Where a person goes on; absent where the control plane has no address. */
  handOffUrl: z.string().optional(),
  approvers: z.object({ count: z.number(), groups: z.array(z.string()) }),
  requests: z.array(approvalRequestSchema),
});

/** @public */
export type PreflightView = z.infer<typeof preflightViewSchema>;

/**
 * Body of `POST /entities/:kind/:namespace/:name/promotions`: a promotion that is to be carried out.
 *
 * @public
 */
export const promoteBodySchema = preflightBodySchema.extend({
  /** Why, for those who read the history. */
  reason: z.string().trim().min(1).max(2_000),
  /** The same request, sent again, is carried out once. */
  requestId: z.uuid(),
});

/** @public */
export type PromoteBody = z.input<typeof promoteBodySchema>;

/** @public */
export const promoteResponseSchema = z.object({ promotion: z.string() });
