import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** What the audit log was told in the end of one event. */
export interface AuditRecord {
  readonly eventId: string;
  readonly outcome: 'succeeded' | 'failed';
  readonly meta: JsonObject;
  readonly error?: string;
}

/** An auditor that remembers, with the metadata together as the one of Backstage logs them. */
export function recordAudit() {
  const records: AuditRecord[] = [];
  const createEvent: AuditorService['createEvent'] = async event => ({
    success: async options => {
      records.push({
        eventId: event.eventId,
        outcome: 'succeeded',
        meta: { ...event.meta, ...options?.meta },
      });
    },
    fail: async options => {
      records.push({
        eventId: event.eventId,
        outcome: 'failed',
        meta: { ...event.meta, ...options.meta },
        error: options.error.message,
      });
    },
  });
  return { records, createEvent };
}
