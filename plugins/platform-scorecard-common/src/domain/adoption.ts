import { wilsonInterval } from '@fairway/statistics';
import type { Proportion } from '../contract';
import { isAlive } from './isAlive';
import type { ServiceLife } from './ServiceLife';

/**
 * How many of the living services are on a golden path.
 *
 * @public
 */
export interface Adoption {
  readonly share: Proportion;
  readonly onPath: number;
  readonly services: number;
}

/**
 * Adoption as of one moment, in milliseconds since the epoch: living services on a golden path over all living services.
 *
 * @public
 */
export function adoption(lives: readonly ServiceLife[], at: number): Adoption {
  const living = lives.filter(life => isAlive(life, at));
  const onPath = living.filter(
    life => life.onPathAt !== undefined && life.onPathAt <= at,
  ).length;
  return {
    share: wilsonInterval(onPath, living.length),
    onPath,
    services: living.length,
  };
}
