import {
  checkFollowUps,
  earliestEntry,
  longestFollowUp,
  riskCounter,
  type FollowUp,
} from './followUp';
import { IncidenceState } from './IncidenceState';
import { logLogBand } from './logLogBand';
import { NO_DATA, type NoData } from './NoData';

/**
 * How long one member was followed, and what ended it. Without a cause it is right-censored.
 *
 * @public
 */
export interface CompetingObservation extends FollowUp {
  readonly cause?: string;
}

/**
 * One step of a cumulative incidence.
 *
 * @public
 */
export interface IncidencePoint {
  readonly time: number;
  /** Members followed until just before `time`. */
  readonly atRisk: number;
  /** Events of the cause in question. */
  readonly events: number;
  /** Estimated share of members for whom the event has come by `time`. */
  readonly incidence: number;
  readonly standardError: number;
  /** 95 % band; absent where the incidence is 1. */
  readonly band?: { readonly low: number; readonly high: number };
}

/**
 * The share of members for whom one event has come, among others that rule it out: one point for each time at which it
 * came for somebody.
 *
 * @public
 */
export interface CumulativeIncidence {
  readonly kind: 'incidence';
  readonly cause: string;
  readonly points: readonly IncidencePoint[];
  /** Members, censored ones included. */
  readonly n: number;
  /** Events of the cause in question. */
  readonly events: number;
  /** Events of all other causes. */
  readonly competingEvents: number;
  /** The longest time any member was followed. */
  readonly followUp: number;
  /** Estimated share of members for whom no event of any cause has come by the end of the follow-up. */
  readonly remaining: number;
  /** As for a survival curve. */
  readonly from: number;
  /** Those from whom the curve was estimated. */
  readonly members: readonly FollowUp[];
}

/**
 * Cumulative incidence of one cause among competing ones, with right-censoring and delayed entry.
 *
 * @remarks
 * O. O. Aalen and S. Johansen, Scandinavian Journal of Statistics 5 (1978). Variance by the delta method: E. Marubini
 * and M. G. Valsecchi, "Analysing Survival Data from Clinical Trials and Observational Studies" (1995), page 341;
 * with one cause only it is Greenwood's. The band is log(-log) of what remains, so that with one cause the curve and its
 * band are those of `kaplanMeier` upside down. What delayed entry can do to the early part, and `from`, are as there.
 *
 * @param cause - the event in question; any other cause competes with it
 * @throws RangeError where a duration is negative or not finite, or an entry does not lie before the end
 *
 * @public
 */
export function cumulativeIncidence(
  observations: readonly CompetingObservation[],
  cause: string,
): CumulativeIncidence | NoData {
  checkFollowUps(observations);
  if (observations.length === 0) {
    return NO_DATA;
  }
  const atRiskBefore = riskCounter(observations);
  const followUp = longestFollowUp(observations);
  let from = 0;
  let points: IncidencePoint[] = [];
  let competingEvents = 0;
  let state = new IncidenceState();
  for (const { time, own, all } of eventCounts(observations, cause)) {
    const atRisk = atRiskBefore(time);
    if (all === atRisk && time < followUp) {
      from = time;
      points = [];
      competingEvents = 0;
      state = new IncidenceState();
      continue;
    }
    state.step(atRisk, own, all);
    competingEvents += all - own;
    if (own > 0) {
      points.push(pointOf(state, { time, atRisk, events: own }));
    }
  }
  const members = observations.filter(
    ({ duration }) => from === 0 || duration > from,
  );
  return {
    kind: 'incidence',
    cause,
    points,
    n: members.length,
    events: points.reduce((sum, point) => sum + point.events, 0),
    competingEvents,
    followUp,
    remaining: state.survival,
    from: Math.max(from, earliestEntry(members)),
    members,
  };
}

function pointOf(
  state: IncidenceState,
  counts: Pick<IncidencePoint, 'time' | 'atRisk' | 'events'>,
): IncidencePoint {
  const { incidence } = state;
  const standardError = Math.sqrt(state.variance);
  const rest = logLogBand(1 - incidence, standardError / (1 - incidence));
  return {
    ...counts,
    incidence,
    standardError,
    ...(rest && { band: { low: 1 - rest.high, high: 1 - rest.low } }),
  };
}

function eventCounts(
  observations: readonly CompetingObservation[],
  cause: string,
): { time: number; own: number; all: number }[] {
  const counts = new Map<number, { time: number; own: number; all: number }>();
  for (const { duration, cause: ended } of observations) {
    if (ended !== undefined) {
      const count = counts.get(duration) ?? { time: duration, own: 0, all: 0 };
      count.own += ended === cause ? 1 : 0;
      count.all += 1;
      counts.set(duration, count);
    }
  }
  return [...counts.values()].sort((a, b) => a.time - b.time);
}
