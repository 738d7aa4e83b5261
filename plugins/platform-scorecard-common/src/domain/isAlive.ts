import type { ServiceLife } from './ServiceLife';

/** Whether a service had been seen and was not retired at a moment, in milliseconds since the epoch. */
export function isAlive(life: ServiceLife, at: number): boolean {
  return (
    life.firstSeenAt <= at &&
    (life.retiredAt === undefined || life.retiredAt > at)
  );
}
