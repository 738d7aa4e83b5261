import { z } from 'zod/v4';
import { approvalBindingSchema } from './approvals/approvalBinding';
import {
  APPROVAL_PURPOSES,
  approvalRequestSchema,
} from './approvals/approvalRequest';
import { entityRefSchema } from './riskClass/riskClass';

const MAX_TEXT_LENGTH = 2_000;

const MAX_PAGE_SIZE = 200;

/**
 * Body of a request for an approval. The risk class is not the caller's to say.
 *
 * @public
 */
export const requestApprovalBodySchema = approvalBindingSchema
  .omit({ riskClass: true })
  .extend({
    entityRef: entityRefSchema,
    purpose: z.enum(APPROVAL_PURPOSES).default('promotion'),
    reason: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
  })
  .strict();

/** @public */
export type RequestApprovalBody = z.input<typeof requestApprovalBodySchema>;

/**
 * Body of a decision about a request.
 *
 * @public
 */
export const decideApprovalBodySchema = z.strictObject({
  verdict: z.enum(['approve', 'reject']),
  comment: z.string().trim().min(1).max(MAX_TEXT_LENGTH).optional(),
});

/** @public */
export type DecideApprovalBody = z.input<typeof decideApprovalBodySchema>;

/**
 * Query of a list of requests; a part that is left out takes all.
 *
 * @public
 */
export const listApprovalsQuerySchema = z.strictObject({
  controlPlane: z.string().min(1).optional(),
  project: z.string().min(1).optional(),
  stage: z.string().min(1).optional(),
  freight: z.string().min(1).optional(),
  state: z
    .enum(['pending', 'approved', 'rejected', 'expired', 'withdrawn', 'used'])
    .optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
});

/** @public */
export type ListApprovalsQuery = z.input<typeof listApprovalsQuerySchema>;

/**
 * Answer with one request.
 *
 * @public
 */
export const approvalResponseSchema = z.object({
  request: approvalRequestSchema,
});

/** @public */
export type ApprovalResponse = z.infer<typeof approvalResponseSchema>;

/**
 * Answer with requests, the newest first.
 *
 * @public
 */
export const approvalsResponseSchema = z.object({
  requests: z.array(approvalRequestSchema),
});

/** @public */
export type ApprovalsResponse = z.infer<typeof approvalsResponseSchema>;
