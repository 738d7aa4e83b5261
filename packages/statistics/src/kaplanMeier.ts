import { NO_DATA, type NoData } from './NoData';
import { Z_95 } from './normalQuantile';

/**
 * How long one member was followed, in any unit of time, and whether the event ended it.
 * Without the event it is right-censored: the event had not happened yet.
 *
 * @public
 */
export interface Observation {
  readonly duration: number;
  readonly event: boolean;
}

/**
 * One step of a survival curve.
 *
 * @public
 */
export interface SurvivalPoint {
  readonly time: number;
  /** Members followed until just before `time`. */
  readonly atRisk: number;
  readonly events: number;
  /** Estimated share of members for whom the event comes later than `time`. */
  readonly survival: number;
  /** 95 % band; absent where survival is 0 or 1 and the transformation has no value. */
  readonly band?: { readonly low: number; readonly high: number };
}

/**
 * A survival curve: one point for each time at which an event happened.
 *
 * @public
 */
export interface SurvivalCurve {
  readonly kind: 'curve';
  readonly points: readonly SurvivalPoint[];
  /** Members, censored ones included. */
  readonly n: number;
  readonly events: number;
  /** The longest time any member was followed. */
  readonly followUp: number;
}

/**
 * Product-limit estimate of survival with right-censoring.
 *
 * @remarks
 * E. L. Kaplan and P. Meier, JASA 53 (1958); variance after Greenwood; band on the log(-log) scale, as
 * `survfit(conf.type = "log-log")` of R's survival package. A member censored at the time of an event counts as at risk.
 *
 * @throws RangeError where a duration is negative or not finite
 *
 * @public
 */
export function kaplanMeier(
  observations: readonly Observation[],
): SurvivalCurve | NoData {
  if (observations.length === 0) {
    return NO_DATA;
  }
  for (const { duration } of observations) {
    if (!(duration >= 0 && Number.isFinite(duration))) {
      throw new RangeError(`Expected a duration >= 0, got ${duration}`);
    }
  }
  const sorted = [...observations].sort((a, b) => a.duration - b.duration);
  const points: SurvivalPoint[] = [];
  let survival = 1;
  let greenwood = 0;
  let index = 0;
  while (index < sorted.length) {
    const time = sorted[index].duration;
    const atRisk = sorted.length - index;
    let events = 0;
    while (index < sorted.length && sorted[index].duration === time) {
      events += sorted[index].event ? 1 : 0;
      index += 1;
    }
    if (events > 0) {
      survival *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      points.push({
        time,
        atRisk,
        events,
        survival,
        ...logLogBand(survival, greenwood),
      });
    }
  }
  return {
    kind: 'curve',
    points,
    n: sorted.length,
    events: points.reduce((sum, point) => sum + point.events, 0),
    followUp: sorted[sorted.length - 1].duration,
  };
}

function logLogBand(
  survival: number,
  greenwood: number,
): Pick<SurvivalPoint, 'band'> {
  if (survival <= 0 || survival >= 1) {
    return {};
  }
  const reach = (Z_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return {
    band: {
      low: survival ** Math.exp(reach),
      high: survival ** Math.exp(-reach),
    },
  };
}
