import { checkFollowUps, riskCounter } from './followUp';
import { upperIncompleteGamma } from './incompleteGamma';
import type { Observation } from './kaplanMeier';
import { NO_DATA, type NoData } from './NoData';

/**
 * Events of one group, and how many it would have had if the groups did not differ.
 *
 * @public
 */
export interface LogRankGroup {
  readonly n: number;
  readonly observed: number;
  readonly expected: number;
}

/**
 * Whether the event comes at different speeds in two groups.
 *
 * @public
 */
export interface LogRankTest {
  readonly kind: 'test';
  readonly groups: readonly [LogRankGroup, LogRankGroup];
  /** Chi-squared with one degree of freedom. */
  readonly statistic: number;
  /** Chance of a statistic this large or larger if the groups did not differ. */
  readonly pValue: number;
}

/**
 * Log-rank test of two groups, with right-censoring and delayed entry.
 *
 * @remarks
 * N. Mantel, Cancer Chemotherapy Reports 50 (1966), with the hypergeometric variance, as `survdiff` of R's survival
 * package; members count from their entry on, as in J. P. Klein and M. L. Moeschberger, "Survival Analysis" (2003),
 * section 7.3. A difference between groups that chose themselves is an association: it does not say what causes it.
 *
 * @returns "no data" where no event came while members of both groups were followed
 * @throws RangeError as `kaplanMeier`
 *
 * @public
 */
export function logRank(
  first: readonly Observation[],
  second: readonly Observation[],
): LogRankTest | NoData {
  const all = [...first, ...second];
  checkFollowUps(all);
  const ofFirst = riskCounter(first);
  const ofAll = riskCounter(all);
  const firstEvents = eventsByTime(first);
  let observed = 0;
  let expected = 0;
  let total = 0;
  let variance = 0;
  for (const [time, events] of eventsByTime(all)) {
    const atRisk = ofAll(time);
    const share = ofFirst(time) / atRisk;
    observed += firstEvents.get(time) ?? 0;
    expected += events * share;
    total += events;
    if (atRisk > 1) {
      variance +=
        (events * share * (1 - share) * (atRisk - events)) / (atRisk - 1);
    }
  }
  if (variance === 0) {
    return NO_DATA;
  }
  const statistic = (observed - expected) ** 2 / variance;
  return {
    kind: 'test',
    groups: [
      { n: first.length, observed, expected },
      {
        n: second.length,
        observed: total - observed,
        expected: total - expected,
      },
    ],
    statistic,
    pValue: upperIncompleteGamma(0.5, statistic / 2),
  };
}

function eventsByTime(
  observations: readonly Observation[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { duration, event } of observations) {
    if (event) {
      counts.set(duration, (counts.get(duration) ?? 0) + 1);
    }
  }
  return counts;
}
