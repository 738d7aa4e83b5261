import {
  checkFollowUps,
  earliestEntry,
  longestFollowUp,
  riskCounter,
  type FollowUp,
} from './followUp';
import { logLogBand } from './logLogBand';
import { NO_DATA, type NoData } from './NoData';

/**
 * How long one member was followed, in any unit of time, and whether the event ended it.
 * Without the event it is right-censored: the event had not happened yet.
 *
 * @public
 */
export interface Observation extends FollowUp {
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
  /**
   * The curve tells of members for whom the event comes later than this time; 0 where it tells of all. It is above 0
   * where nobody was under observation from the origin on, or where all who were had the event before others entered.
   */
  readonly from: number;
  /** Those from whom the curve was estimated. */
  readonly members: readonly FollowUp[];
}

/**
 * Product-limit estimate of survival with right-censoring and delayed entry.
 *
 * @remarks
 * E. L. Kaplan and P. Meier, JASA 53 (1958); variance after Greenwood; band on the log(-log) scale, as
 * `survfit(conf.type = "log-log")` of R's survival package. A member censored at the time of an event counts as at risk;
 * one that enters at that time does not.
 *
 * With delayed entry few may be at risk early, and where all of them have the event the product falls to 0 for good,
 * whatever happens to those who enter later. The estimate then begins anew and is conditional on what `from` says, as
 * J. P. Klein and M. L. Moeschberger, "Survival Analysis" (2003), section 4.6, do for the Channing House data.
 *
 * @param options - `from`: estimate survival among those for whom the event comes later than this time; 0 by default
 * @throws RangeError where a duration is negative or not finite, or an entry does not lie before the end
 *
 * @public
 */
export function kaplanMeier(
  observations: readonly Observation[],
  options: { readonly from?: number } = {},
): SurvivalCurve | NoData {
  checkFollowUps(observations);
  const { from: asked = 0 } = options;
  const members = observations.filter(
    ({ duration }) => asked === 0 || duration > asked,
  );
  if (members.length === 0) {
    return NO_DATA;
  }
  const atRiskBefore = riskCounter(members);
  const followUp = longestFollowUp(members);
  let from = asked;
  let points: SurvivalPoint[] = [];
  let survival = 1;
  let greenwood = 0;
  for (const [time, events] of eventCounts(members)) {
    const atRisk = atRiskBefore(time);
    if (events === atRisk && time < followUp) {
      from = time;
      points = [];
      survival = 1;
      greenwood = 0;
      continue;
    }
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const band = logLogBand(survival, Math.sqrt(greenwood));
    points.push({ time, atRisk, events, survival, ...(band && { band }) });
  }
  const counted = members.filter(
    ({ duration }) => from === 0 || duration > from,
  );
  return {
    kind: 'curve',
    points,
    n: counted.length,
    events: points.reduce((sum, point) => sum + point.events, 0),
    followUp,
    from: Math.max(from, earliestEntry(counted)),
    members: counted,
  };
}

/** Events by time, in the order of time. */
function eventCounts(observations: readonly Observation[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const { duration, event } of observations) {
    if (event) {
      counts.set(duration, (counts.get(duration) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a], [b]) => a - b);
}
