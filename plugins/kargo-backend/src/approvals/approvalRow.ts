import { createHash } from 'node:crypto';
import {
  approvalRequestSchema,
  type ApprovalRequest,
} from '@fairway/plugin-kargo-common';
import { z } from 'zod/v4';

/** Row of the table `approvals`. PostgreSQL gives bigint columns as text. */
export interface ApprovalRow {
  id: string;
  version: number;
  state: string;
  control_plane: string;
  project: string;
  stage: string;
  freight: string;
  open_key: string | null;
  requested_at: number | string;
  expires_at: number | string;
  request: string;
}

/** The row of a request. */
export function toApprovalRow(
  request: ApprovalRequest,
  version: number,
): ApprovalRow {
  const { binding } = request;
  const open = request.state === 'pending' || request.state === 'approved';
  return {
    id: request.id,
    version,
    state: request.state,
    control_plane: binding.controlPlane,
    project: binding.project,
    stage: binding.stage,
    freight: binding.freight,
    open_key: open ? openKey(request) : null,
    requested_at: Date.parse(request.requestedAt),
    expires_at: Date.parse(request.expiresAt),
    request: JSON.stringify(request),
  };
}

/** Two requests have the same key if and only if they are for the same promotion and purpose. */
export function openKey({
  purpose,
  binding,
}: Pick<ApprovalRequest, 'purpose' | 'binding'>): string {
  const { controlPlane, project, stage, freight, riskClass } = binding;
  return createHash('sha256')
    .update(
      JSON.stringify([
        purpose,
        controlPlane,
        project,
        stage,
        freight,
        riskClass,
      ]),
    )
    .digest('hex');
}

type FromRow =
  | { readonly ok: true; readonly request: ApprovalRequest }
  | { readonly ok: false; readonly reason: string };

/** Reads a row back into the request that was stored. */
export function fromApprovalRow(row: Pick<ApprovalRow, 'request'>): FromRow {
  let json: unknown;
  try {
    json = JSON.parse(row.request);
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
  const parsed = approvalRequestSchema.safeParse(json);
  return parsed.success
    ? { ok: true, request: parsed.data }
    : { ok: false, reason: z.prettifyError(parsed.error) };
}
