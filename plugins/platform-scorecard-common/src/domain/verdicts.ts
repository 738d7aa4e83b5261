import { proportionDifference } from '@fairway/statistics';
import type { Median, Scorecard } from '../contract';
import { adoption } from './adoption';
import type { ServiceLife } from './ServiceLife';

type Verdict = Scorecard['adoption']['change']['verdict'];

/**
 * Whether adoption rose or fell between two moments, in milliseconds since the epoch. Services that were already there
 * when measuring began, and that began after `then`, are left out on both sides: their past is unknown.
 *
 * @public
 */
export function adoptionVerdict(
  lives: readonly ServiceLife[],
  now: number,
  then: number,
): Verdict {
  const comparable = lives.filter(
    life => life.bornAt !== undefined || life.firstSeenAt <= then,
  );
  const difference = proportionDifference(
    adoption(comparable, now).share,
    adoption(comparable, then).share,
  );
  if (difference.kind === 'no-data') {
    return 'unknown';
  }
  if (difference.low > 0) {
    return 'up';
  }
  return difference.high < 0 ? 'down' : 'no-clear-change';
}

/**
 * Whether a median became longer (`up`) or shorter (`down`): only where the two intervals do not touch.
 *
 * @public
 */
export function medianVerdict(later: Median, earlier: Median): Verdict {
  if (later.kind !== 'reached' || earlier.kind !== 'reached') {
    return 'unknown';
  }
  if (earlier.high !== undefined && later.low > earlier.high) {
    return 'up';
  }
  if (later.high !== undefined && later.high < earlier.low) {
    return 'down';
  }
  return 'no-clear-change';
}
