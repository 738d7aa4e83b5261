import { bisection } from './bisection';
import { checkCount, checkExposure } from './counts';
import { upperIncompleteGamma } from './incompleteGamma';

/**
 * A number of events for each unit of exposure, with its 95 % interval.
 *
 * @public
 */
export interface RateEstimate {
  readonly kind: 'estimate';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Events that were counted. */
  readonly n: number;
}

/**
 * A rate with its exact 95 % interval for events that come independently of each other (Poisson).
 *
 * @remarks
 * F. Garwood, Biometrika 28 (1936). It covers the truth at least 95 % of the time; events that come in bursts make it too
 * narrow. No event in an exposure is data: the rate is 0, and the interval says how large it may be.
 *
 * @param count - whole number of events
 * @param exposure - for how long, or for how many, they were counted; 1 gives the interval of the count itself
 * @throws RangeError where the count is no whole number, or the exposure is not above 0
 *
 * @public
 */
export function rateInterval(count: number, exposure: number): RateEstimate {
  checkCount(count);
  checkExposure(exposure);
  // The bounds of 1 event are 0.025 and 5.57; those of more lie closer, in units of the count.
  const far = 6 * (count + 1);
  const low =
    count === 0
      ? 0
      : bisection(mean => 0.975 - upperIncompleteGamma(count, mean), {
          low: 0,
          high: count,
        });
  const high = bisection(
    mean => 0.025 - upperIncompleteGamma(count + 1, mean),
    {
      low: count,
      high: far,
    },
  );
  return {
    kind: 'estimate',
    value: count / exposure,
    low: low / exposure,
    high: high / exposure,
    n: count,
  };
}
