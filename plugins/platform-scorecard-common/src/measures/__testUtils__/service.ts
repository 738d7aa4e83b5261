import type { ServiceRecord } from '../ServiceRecord';
import { daysAgo } from './context';

/** A living service, ten days old, off the path. */
export function service(more: Partial<ServiceRecord>): ServiceRecord {
  return {
    service: 'component:default/x',
    eligible: true,
    mandated: false,
    firstSeenAt: daysAgo(10),
    bornAt: daysAgo(10),
    ...more,
  };
}

/** On the path from birth on. */
export const onPath = { onPathAt: daysAgo(10) };
