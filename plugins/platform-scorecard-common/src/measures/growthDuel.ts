import {
  growthDifference,
  growthRate,
  type CountedPeriod,
  type DifferenceEstimate,
  type GrowthEstimate,
} from '@fairway/statistics';
import type { Week } from './cohortRetention';
import { measure, NOTHING_COUNTED, type MeasureContext } from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import { coverageOf } from './sift';

/** @public */
export const GROWTH_DUEL: MeasureDefinition = {
  id: 'workarounds.growth-duel',
  version: 1,
  title: 'Growth duel',
  counted:
    'Growth from week to week of changes along the path and of bypass episodes, each by Poisson regression over the last 13 weeks, and the difference of the two.',
  notCounted:
    'Weeks that nobody observed. Of the current week only what is over of it.',
  sources: ['bypass', 'delivery'],
};

/**
 * What was counted in one week.
 *
 * @public
 */
export interface DuelWeek extends Week {
  readonly pathChanges: number;
  readonly bypasses: number;
  /** False where a source was down: the counts of this week say nothing. */
  readonly observed: boolean;
}

/**
 * Whether adoption or bypasses grow. Growth is on the scale of logarithms: `Math.exp` of it is the factor a week.
 *
 * @public
 */
export interface GrowthDuel {
  /** Absent where there is too little to tell. */
  readonly adoption?: GrowthEstimate;
  readonly bypasses?: GrowthEstimate;
  /** By how much faster adoption grows than bypasses. */
  readonly lead?: DifferenceEstimate;
  /** A winner only where the interval of the lead does not hold 0. */
  readonly verdict:
    | 'adoption-grows-faster'
    | 'bypasses-grow-faster'
    | 'no-clear-difference'
    | 'too-early';
}

/**
 * The duel over some weeks up to a moment. The longest of them are as long as the clocks make them.
 *
 * @param weeks - in any order; those that begin later than the moment in question are left out
 *
 * @public
 */
export function growthDuel(
  weeks: readonly DuelWeek[],
  context: MeasureContext,
): MeasureResult<GrowthDuel> {
  return measure(GROWTH_DUEL, context, () => {
    const { asOf } = context;
    const begun = weeks
      .filter(({ start }) => start < asOf)
      .sort((a, b) => a.start - b.start);
    const observed = begun.filter(week => week.observed);
    if (observed.length === 0) {
      return NOTHING_COUNTED;
    }
    const periods = (read: (week: DuelWeek) => number): CountedPeriod[] =>
      begun.flatMap((week, x) =>
        week.observed
          ? [
              {
                x,
                count: read(week),
                exposure:
                  (Math.min(week.end, asOf) - week.start) /
                  (week.end - week.start),
              },
            ]
          : [],
      );
    const adoption = growthRate(periods(({ pathChanges }) => pathChanges));
    const bypasses = growthRate(periods(week => week.bypasses));
    const lead = growthDifference(adoption, bypasses);
    return {
      value: {
        ...(adoption.kind === 'estimate' && { adoption }),
        ...(bypasses.kind === 'estimate' && { bypasses }),
        ...(lead.kind === 'estimate' && { lead }),
        verdict: lead.kind === 'estimate' ? verdictOf(lead) : 'too-early',
      },
      n: observed.length,
      denominator: begun.length,
      coverage: coverageOf(
        observed.length,
        'not-observed',
        begun.length - observed.length,
      ),
    };
  });
}

function verdictOf({ low, high }: DifferenceEstimate): GrowthDuel['verdict'] {
  if (low > 0) {
    return 'adoption-grows-faster';
  }
  return high < 0 ? 'bypasses-grow-faster' : 'no-clear-difference';
}
