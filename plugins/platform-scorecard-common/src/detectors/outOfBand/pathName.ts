import type { SeenEntry } from './SeenEntry';

/** How long after a recorded delivery a write may still belong to it. */
const DELIVERY_GRACE_MS = 60_000;

/**
 * Whether the name of a manager speaks for the declared path. A name that people use too, as where a pipeline runs
 * kubectl, does so until a minute after the last delivery; whom the audit log knows as a person never does.
 */
export function isPathName(seen: SeenEntry): boolean {
  return seen.onPath && seen.actor !== 'person' && !isAfterItsDelivery(seen);
}

/** Whether an entry has a name of the path that people use too, and came when the path did not deliver. */
export function isAfterItsDelivery({
  entry,
  context,
  onPath,
  managerRule,
}: SeenEntry): boolean {
  const { lastDeliveryAt } = context.deliveryPath;
  return (
    onPath &&
    managerRule?.class === 'human' &&
    entry.time !== undefined &&
    lastDeliveryAt !== undefined &&
    Date.parse(entry.time) > Date.parse(lastDeliveryAt) + DELIVERY_GRACE_MS
  );
}
