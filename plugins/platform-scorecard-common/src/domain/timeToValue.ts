import {
  kaplanMeier,
  survivalMedian,
  type Observation,
} from '@fairway/statistics';
import type { Median } from '../contract';
import { isAlive } from './isAlive';
import type { ServiceLife } from './ServiceLife';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Only services born in this many days before the moment in question count, so that the number tells of the platform
 * as it is and not of its whole past.
 *
 * @public
 */
export const BIRTH_WINDOW_DAYS = 182;

/**
 * How long services take from birth to their first release in production.
 *
 * @public
 */
export interface TimeToValue {
  /** In days. */
  readonly median: Median;
  readonly reached: number;
  /** Living and not yet in production: right-censored at the moment in question. */
  readonly open: number;
  /** Retired before production; right-censored at their retirement and reported as a number of their own. */
  readonly abandoned: number;
  /** Living services that are left out because their birth is unknown or was seen only after production. */
  readonly unknownBirth: number;
}

/**
 * Time to value as of one moment, in milliseconds since the epoch, by the product-limit estimate. Nothing that became
 * known after that moment is used.
 *
 * @public
 */
export function timeToValue(
  lives: readonly ServiceLife[],
  at: number,
): TimeToValue {
  const observations: Observation[] = [];
  let open = 0;
  let abandoned = 0;
  let unknownBirth = 0;
  for (const life of lives) {
    const { bornAt, reachedProductionAt, retiredAt } = life;
    if (
      bornAt === undefined ||
      (reachedProductionAt !== undefined && reachedProductionAt < bornAt)
    ) {
      unknownBirth += isAlive(life, at) ? 1 : 0;
    } else if (bornAt > at || bornAt < at - BIRTH_WINDOW_DAYS * DAY_MS) {
      continue;
    } else if (reachedProductionAt !== undefined && reachedProductionAt <= at) {
      observations.push(days(bornAt, reachedProductionAt, true));
    } else if (
      retiredAt !== undefined &&
      retiredAt <= at &&
      retiredAt >= bornAt
    ) {
      abandoned += 1;
      observations.push(days(bornAt, retiredAt, false));
    } else {
      open += 1;
      observations.push(days(bornAt, at, false));
    }
  }
  return {
    median: survivalMedian(kaplanMeier(observations)),
    reached: observations.length - open - abandoned,
    open,
    abandoned,
    unknownBirth,
  };
}

function days(from: number, to: number, event: boolean): Observation {
  return { duration: (to - from) / DAY_MS, event };
}
