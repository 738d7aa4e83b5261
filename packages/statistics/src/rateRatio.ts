import { checkCount, checkExposure } from './counts';
import { exactProportionBounds } from './exactProportionBounds';
import { NO_DATA, type NoData } from './NoData';

/**
 * Events, and for how long or for how many they were counted.
 *
 * @public
 */
export interface CountedEvents {
  readonly count: number;
  readonly exposure: number;
}

/**
 * How many times as large one rate is as another, with its 95 % interval.
 *
 * @public
 */
export interface RateRatioEstimate {
  readonly kind: 'estimate';
  /** Absent where the earlier rate is 0: the ratio has no bound. */
  readonly value?: number;
  readonly low: number;
  /** Absent where the data do not bound the ratio from above. */
  readonly high?: number;
  /** Events of both sides. */
  readonly n: number;
}

/**
 * The ratio of two rates with its exact 95 % interval: that of the share that the later events have in all.
 *
 * @remarks
 * J. Przyborowski and H. Wilenski, Biometrika 31 (1940), with the bounds of Clopper and Pearson, as R's `poisson.test`.
 *
 * @returns "no data" where there is no event on either side
 * @throws RangeError as `rateInterval`
 *
 * @public
 */
export function rateRatio(
  later: CountedEvents,
  earlier: CountedEvents,
): RateRatioEstimate | NoData {
  for (const { count, exposure } of [later, earlier]) {
    checkCount(count);
    checkExposure(exposure);
  }
  const n = later.count + earlier.count;
  if (n === 0) {
    return NO_DATA;
  }
  const scale = earlier.exposure / later.exposure;
  const share = exactProportionBounds(later.count, n);
  return {
    kind: 'estimate',
    ...(earlier.count > 0 && {
      value: (later.count / earlier.count) * scale,
      high: (share.high / (1 - share.high)) * scale,
    }),
    low: (share.low / (1 - share.low)) * scale,
    n,
  };
}
