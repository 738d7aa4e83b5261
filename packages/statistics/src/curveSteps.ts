import type { CumulativeIncidence } from './cumulativeIncidence';
import type { SurvivalCurve } from './kaplanMeier';

/** One step of a curve, read as the share of members for whom the event has come by then. */
export interface CurveStep {
  readonly time: number;
  readonly share: number;
  readonly band?: { readonly low: number; readonly high: number };
}

/** The steps of either curve, upwards. */
export function curveSteps(
  curve: SurvivalCurve | CumulativeIncidence,
): CurveStep[] {
  if (curve.kind === 'incidence') {
    return curve.points.map(({ time, incidence, band }) => ({
      time,
      share: incidence,
      band,
    }));
  }
  return curve.points.map(({ time, survival, band }) => ({
    time,
    share: 1 - survival,
    band: band && { low: 1 - band.high, high: 1 - band.low },
  }));
}
