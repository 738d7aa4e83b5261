import {
  cumulativeIncidence,
  logRank,
  shareReached,
  survivalMedian,
  type CompetingObservation,
  type CumulativeIncidence,
  type LogRankTest,
  type MedianEstimate,
  type ShareReached,
} from '@fairway/statistics';
import { measure, NOTHING_COUNTED, type MeasureContext } from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import { followJourneys, type Journey } from './followJourneys';

/** @public */
export const TIME_TO_MILESTONE: MeasureDefinition = {
  id: 'value.time-to-milestone',
  version: 1,
  title: 'Time to value',
  counted:
    'Days of 24 hours from the birth of a service to its first milestone, such as the first success in a production stage. Services that are still on the way count for as long as they have been; services given up before count as given up.',
  notCounted:
    'Services of unknown birth, and services that had the milestone before anybody observed them: nobody can know of all of those.',
  sources: ['catalog', 'delivery'],
};

/** Days at which the share that has reached the milestone is told. */
export const MILESTONE_DAYS = [7, 14, 30, 90] as const;

/**
 * Time to value of some services.
 *
 * @public
 */
export interface TimeToMilestone {
  /** Milestone reached, with giving up as a competing event. Times are days. */
  readonly curve: Pick<CumulativeIncidence, 'points' | 'from' | 'followUp'>;
  /** Days by which half of all services, given up ones included, have reached the milestone. */
  readonly median: MedianEstimate;
  readonly reachedBy: readonly {
    readonly day: number;
    readonly share: ShareReached;
  }[];
  readonly reached: number;
  readonly abandoned: number;
  /** Still on the way. */
  readonly open: number;
}

/**
 * Time to value of all services, and of those on a golden path and off it.
 *
 * @public
 */
export interface TimeToMilestoneComparison {
  readonly all: TimeToMilestone;
  readonly onPath?: TimeToMilestone;
  readonly offPath?: TimeToMilestone;
  /**
   * Log-rank test of the speed among those not given up. Teams chose their paths, so a difference is an association and
   * says nothing of a cause. Absent where there is nothing to compare.
   */
  readonly association?: LogRankTest;
}

/**
 * Time to value of the journeys of one capability, as of one moment.
 *
 * @param options - `bornSince`: only journeys that began since then count, milliseconds since the epoch
 *
 * @public
 */
export function timeToMilestone(
  journeys: readonly Journey[],
  context: MeasureContext,
  options: { readonly bornSince?: number } = {},
): MeasureResult<TimeToMilestoneComparison> {
  return measure(TIME_TO_MILESTONE, context, () => {
    const { rows, coverage } = followJourneys(journeys, context, options);
    const all = describe(rows.map(({ observation }) => observation));
    if (!all) {
      return NOTHING_COUNTED;
    }
    const on = rows.filter(({ journey }) => journey.onPath);
    const off = rows.filter(({ journey }) => !journey.onPath);
    const onPath = describe(on.map(({ observation }) => observation));
    const offPath = describe(off.map(({ observation }) => observation));
    const association = logRank(on.map(speed), off.map(speed));
    return {
      value: {
        all,
        ...(onPath && { onPath }),
        ...(offPath && { offPath }),
        ...(association.kind === 'test' && { association }),
      },
      n: rows.length,
      denominator: rows.length,
      coverage,
    };
  });
}

function describe(
  observations: readonly CompetingObservation[],
): TimeToMilestone | undefined {
  const curve = cumulativeIncidence(observations, 'reached');
  const median = survivalMedian(curve);
  if (curve.kind === 'no-data' || median.kind === 'no-data') {
    return undefined;
  }
  const count = (cause?: string) =>
    observations.filter(observation => observation.cause === cause).length;
  const { points, from, followUp } = curve;
  return {
    curve: { points, from, followUp },
    median,
    reachedBy: MILESTONE_DAYS.flatMap(day => {
      const share = shareReached(curve, day);
      return share.kind === 'no-data' ? [] : [{ day, share }];
    }),
    reached: count('reached'),
    abandoned: count('abandoned'),
    open: count(),
  };
}

function speed({ observation }: { observation: CompetingObservation }) {
  const { cause, ...followUp } = observation;
  return { ...followUp, event: cause === 'reached' };
}
