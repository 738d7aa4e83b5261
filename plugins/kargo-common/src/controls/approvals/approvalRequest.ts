import { z } from 'zod/v4';
import { actorSchema } from './actor';
import { approvalBindingSchema } from './approvalBinding';

const timeSchema = z.iso.datetime();

/**
 * What an approval is for: a promotion that its risk class wants approved, or breaking the glass, which lets one
 * promotion pass controls that stand against it.
 *
 * @public
 */
export const APPROVAL_PURPOSES = ['promotion', 'break-glass'] as const;

/** @public */
export type ApprovalPurpose = (typeof APPROVAL_PURPOSES)[number];

/** What one person decided. */
export const approvalDecisionSchema = z.object({
  by: actorSchema,
  /** The group by which they may. */
  group: z.string(),
  verdict: z.enum(['approve', 'reject']),
  comment: z.string().optional(),
  at: timeSchema,
});

/** @public */
export type ApprovalDecision = z.infer<typeof approvalDecisionSchema>;

/** What does not change when a request moves on, but for the decisions. */
const sharedSchema = z.object({
  id: z.string().min(1),
  purpose: z.enum(APPROVAL_PURPOSES),
  binding: approvalBindingSchema,
  requester: actorSchema,
  reason: z.string(),
  /** Distinct people that must approve. */
  requiredApprovals: z.number().int().min(1),
  approverGroups: z.array(z.string()).min(1),
  requestedAt: timeSchema,
  /** Neither approved nor used from then on. */
  expiresAt: timeSchema,
  decisions: z.array(approvalDecisionSchema),
});

/** Times are ISO 8601. */
export const approvalRequestSchema = z.discriminatedUnion('state', [
  sharedSchema.extend({ state: z.literal('pending') }),
  sharedSchema.extend({ state: z.literal('approved'), approvedAt: timeSchema }),
  sharedSchema.extend({
    state: z.literal('rejected'),
    rejectedAt: timeSchema,
    rejectedBy: actorSchema,
  }),
  sharedSchema.extend({ state: z.literal('expired'), expiredAt: timeSchema }),
  sharedSchema.extend({
    state: z.literal('withdrawn'),
    withdrawnAt: timeSchema,
  }),
  sharedSchema.extend({
    state: z.literal('used'),
    usedAt: timeSchema,
    usedBy: actorSchema,
  }),
]);

/**
 * A request to approve one promotion. Times are ISO 8601.
 *
 * @public
 */
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;

/** @public */
export type ApprovalState = ApprovalRequest['state'];

/** What a request keeps through all its states. */
export type SharedApproval = z.infer<typeof sharedSchema>;

/** What a request keeps through all its states. */
export function sharedOf(request: ApprovalRequest): SharedApproval {
  return sharedSchema.parse(request);
}

/** Whether a request may still lead to a promotion, if it has not expired. */
export function isOpen(request: ApprovalRequest): boolean {
  return request.state === 'pending' || request.state === 'approved';
}

/** Whether the time of a request is over at a time. */
export function isOver(
  request: Pick<ApprovalRequest, 'expiresAt'>,
  at: string,
): boolean {
  return Date.parse(at) >= Date.parse(request.expiresAt);
}
