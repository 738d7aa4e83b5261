import type { CumulativeIncidence } from './cumulativeIncidence';
import { curveSteps } from './curveSteps';
import { riskCounter } from './followUp';
import type { SurvivalCurve } from './kaplanMeier';
import { NO_DATA, type NoData } from './NoData';
import { wilsonInterval } from './wilsonInterval';

/**
 * The share of members for whom the event has come by a time, with its 95 % interval.
 *
 * @public
 */
export type ShareReached =
  | {
      readonly kind: 'estimate';
      /** From 0 to 1, as `low` and `high`. */
      readonly value: number;
      readonly low: number;
      readonly high: number;
      /** Members, censored ones included. */
      readonly n: number;
      /** Members that were still followed at that time. */
      readonly atRisk: number;
    }
  | {
      /** Nobody was followed at that time: it lies outside of what the curve tells of. */
      readonly kind: 'not-observed';
      readonly from: number;
      readonly followUp: number;
    };

/**
 * Reads a curve at one time.
 *
 * @remarks
 * Where the share is still 0 the curve has no band. The interval then is that of Wilson for none of those who were still
 * followed: R. Peto et al., British Journal of Cancer 35 (1977), take their number for the effective size of the sample.
 *
 * @param time - in the unit of the curve, from its origin
 * @throws RangeError where the time is negative or not finite
 *
 * @public
 */
export function shareReached(
  curve: SurvivalCurve | CumulativeIncidence | NoData,
  time: number,
): ShareReached | NoData {
  if (!(time >= 0 && Number.isFinite(time))) {
    throw new RangeError(`Expected a time >= 0, got ${time}`);
  }
  if (curve.kind === 'no-data') {
    return NO_DATA;
  }
  const { from, followUp, members, n } = curve;
  const steps = curveSteps(curve).filter(step => step.time <= time);
  const last = steps.at(-1);
  const nobodyLeft =
    curve.kind === 'incidence' ? curve.remaining === 0 : last?.share === 1;
  const outside =
    (from > 0 && time <= from) || (time > followUp && !nobodyLeft);
  const atRisk = riskCounter(members)(time);
  if (outside || (!last && atRisk === 0)) {
    return { kind: 'not-observed', from, followUp };
  }
  if (!last) {
    const none = wilsonInterval(0, atRisk);
    const high = none.kind === 'estimate' ? none.high : 1;
    return { kind: 'estimate', value: 0, low: 0, high, n, atRisk };
  }
  const { share, band } = last;
  if (band) {
    return { kind: 'estimate', value: share, ...band, n, atRisk };
  }
  // The share cannot have been larger before: what bounded it from below still does.
  const low = steps.reduce((bound, step) => step.band?.low ?? bound, 0);
  return { kind: 'estimate', value: share, low, high: 1, n, atRisk };
}
