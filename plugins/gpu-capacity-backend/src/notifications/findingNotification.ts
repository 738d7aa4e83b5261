import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { CapacityFinding, FindingKind } from './CapacityFinding';

const SEVERITIES: Readonly<
  Record<FindingKind, NotificationSendOptions['payload']['severity']>
> = {
  'idle-held': 'normal',
  'devices-lost': 'high',
  'black-hole': 'high',
  'queue-starving': 'high',
};

/** What those who are concerned are told, with a link to the page that says more. */
export function findingNotification(
  id: string,
  finding: CapacityFinding,
): NotificationSendOptions {
  const { kind, recipients, title, description, link } = finding;
  return {
    recipients: { type: 'entity', entityRef: [...recipients] },
    payload: {
      title,
      description,
      link,
      severity: SEVERITIES[kind],
      topic: `gpu-capacity.${kind}`,
      // One that is sent twice stays one.
      scope: `gpu-capacity/${id}`,
    },
  };
}
