import type {
  Actor,
  ApprovalActor,
  LedgerEntry,
} from '@fairway/plugin-kargo-common';
import type { ApprovalNews } from './approvalNews';

/** What happened to a request, as the history keeps it. */
export function approvalEntry(news: ApprovalNews): LedgerEntry | undefined {
  const { request, at, type } = news;
  const { controlPlane, project, stage, freight, riskClass } = request.binding;
  const shared = {
    // Several people may decide about one request.
    id: `portal/${request.id}:${type}:${request.decisions.length}`,
    controlPlane,
    project,
    stage,
    freight,
    subject: { kind: 'Request' as const, name: request.id },
    at,
    timeBasis: 'recorded' as const,
    actor: ledgerActor(news.actor),
    reason: request.reason,
    riskClass,
    path: 'portal' as const,
    requestId: request.id,
  };
  switch (type) {
    case 'requested':
      return { ...shared, kind: 'approval-requested' };
    case 'used':
      return { ...shared, kind: 'approval-used' };
    case 'decided':
    case 'approved':
      return { ...shared, kind: 'approval-decided', decision: 'approved' };
    default:
      return { ...shared, kind: 'approval-decided', decision: type };
  }
}

/** Who decided, as the history keeps it; nobody where it happened by itself. */
export function ledgerActor(actor: ApprovalActor | undefined): Actor {
  if (!actor) return { kind: 'automatic' };
  const { kind, ref, agent } = actor;
  return { kind: kind === 'service' ? 'service' : 'person', name: ref, agent };
}
