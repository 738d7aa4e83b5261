import type { SurvivalCurve, SurvivalPoint } from './kaplanMeier';
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
      readonly low: number;
      /** Absent where the data do not bound the median from above. */
      readonly high?: number;
    }
  | {
      /** Survival is still above one half at the end of the follow-up. */
      readonly kind: 'not-reached';
      /** The median is at least this long: the end of the follow-up. */
      readonly atLeast: number;
    };

/** Products of fractions meet 0.5 only up to rounding; the value is the one R's survival package uses. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * Median of a survival curve with the interval of R. Brookmeyer and J. Crowley, Biometrics 38 (1982): the times at
 * which the bounds of the band cross one half. Where a curve is flat at exactly one half, the middle of the flat
 * part is taken, as R's survival package does.
 *
 * @public
 */
export function survivalMedian(
  curve: SurvivalCurve | NoData,
): MedianEstimate | NoData {
  if (curve.kind === 'no-data') {
    return NO_DATA;
  }
  const value = crossing(curve, point => point.survival);
  if (value === undefined) {
    return { kind: 'not-reached', atLeast: curve.followUp };
  }
  // Where survival falls from 1 to 0 at once no band exists; the curve then is the only bound from below.
  const low = crossing(curve, point => point.band?.low) ?? value;
  const high = crossing(curve, point => point.band?.high);
  return {
    kind: 'reached',
    value,
    low: Math.min(low, value),
    ...(high === undefined ? {} : { high }),
  };
}

function crossing(
  curve: SurvivalCurve,
  read: (point: SurvivalPoint) => number | undefined,
): number | undefined {
  const below = curve.points.flatMap(point => {
    const level = read(point);
    return level !== undefined && level < 0.5 + TOLERANCE
      ? [{ time: point.time, level }]
      : [];
  });
  if (below.length === 0) {
    return undefined;
  }
  const [first] = below;
  if (Math.abs(first.level - 0.5) < TOLERANCE) {
    const next = below.find(point => point.level < first.level - TOLERANCE);
    return next ? (first.time + next.time) / 2 : first.time;
  }
  return first.time;
}
