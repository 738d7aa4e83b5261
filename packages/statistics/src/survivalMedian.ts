import type { CumulativeIncidence } from './cumulativeIncidence';
import { curveSteps, type CurveStep } from './curveSteps';
import type { SurvivalCurve } from './kaplanMeier';
import { NO_DATA, type NoData } from './NoData';

/**
 * The time by which the event has come for half of the members.
 *
 * @public
 */
export type MedianEstimate =
  | {
      readonly kind: 'reached';
      readonly value: number;
      /** 0 where the data do not bound the median from below, as with one member. */
      readonly low: number;
      /** Absent where the data do not bound the median from above. */
      readonly high?: number;
      /** Members, censored ones included. */
      readonly n: number;
    }
  | {
      /** The event has not come for half of the members by the end of the follow-up. */
      readonly kind: 'not-reached';
      /** The median is at least this long: the end of the follow-up. */
      readonly atLeast: number;
      /** Lower end of the interval; absent where it is not below `atLeast`. */
      readonly low?: number;
      readonly n: number;
    };

/** Products of fractions meet 0.5 only up to rounding; the value is the one R's survival package uses. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * Median of a curve with the interval of R. Brookmeyer and J. Crowley, Biometrics 38 (1982): the times at
 * which the bounds of the band cross one half. Where a curve is flat at exactly one half, the middle of the flat
 * part is taken, as R's survival package does.
 *
 * @remarks
 * Of a cumulative incidence it is the time by which the event has come for half of all members, those included whom a
 * competing event took; it may never be reached. Of a curve with `from` above 0 it tells of the members that the curve
 * tells of.
 *
 * @public
 */
export function survivalMedian(
  curve: SurvivalCurve | CumulativeIncidence | NoData,
): MedianEstimate | NoData {
  if (curve.kind === 'no-data') {
    return NO_DATA;
  }
  const { n, followUp } = curve;
  const steps = curveSteps(curve);
  const value = crossing(steps, step => step.share);
  const low = crossing(steps, step => step.band?.high);
  if (value === undefined) {
    return {
      kind: 'not-reached',
      atLeast: followUp,
      ...(low !== undefined && low < followUp && { low }),
      n,
    };
  }
  const high = crossing(steps, step => step.band?.low);
  return {
    kind: 'reached',
    value,
    low: Math.min(low ?? curve.from, value),
    ...(high !== undefined && { high }),
    n,
  };
}

function crossing(
  steps: readonly CurveStep[],
  read: (step: CurveStep) => number | undefined,
): number | undefined {
  const above = steps.flatMap(step => {
    const level = read(step);
    return level !== undefined && level > 0.5 - TOLERANCE
      ? [{ time: step.time, level }]
      : [];
  });
  if (above.length === 0) {
    return undefined;
  }
  const [first] = above;
  if (Math.abs(first.level - 0.5) < TOLERANCE) {
    const next = above.find(({ level }) => level > first.level + TOLERANCE);
    return next ? (first.time + next.time) / 2 : first.time;
  }
  return first.time;
}
