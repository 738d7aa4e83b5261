import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { ApprovalNews } from './approvalNews';

/** Whom an event of a request concerns, and what they are told; `undefined` where nobody has to hear of it. */
export function approvalNotification(
  news: ApprovalNews,
): NotificationSendOptions | undefined {
  const { request } = news;
  const { stage, project, controlPlane } = request.binding;
  const where = `${project}, stage ${stage} on ${controlPlane}`;
  const about = {
    topic: 'kargo.approval',
    // A newer event takes the place of the one before.
    scope: `kargo/approval/${request.id}`,
    description: request.reason,
  };
  switch (news.type) {
    case 'requested':
      return {
        recipients: {
          type: 'entity',
          entityRef: [...request.approverGroups],
          // Nobody approves their own request.
          excludeEntityRef: request.requester.ref,
        },
        payload: {
          ...about,
          title:
            request.purpose === 'break-glass'
              ? `Asked to break the glass: ${where}`
              : `Approval needed: ${where}`,
          severity: request.purpose === 'break-glass' ? 'high' : 'normal',
        },
      };
    case 'approved':
    case 'rejected':
    case 'expired':
      return {
        recipients: { type: 'entity', entityRef: request.requester.ref },
        payload: {
          ...about,
          title: `Your request is ${news.type}: ${where}`,
          severity: 'normal',
        },
      };
    default:
      return undefined;
  }
}
