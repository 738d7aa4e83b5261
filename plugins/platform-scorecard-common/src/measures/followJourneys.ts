import type { CompetingObservation } from '@fairway/statistics';
import { DAY_MS } from './days';
import { untimely, type MeasureContext } from './measure';
import { sift, type Sifted } from './sift';

/**
 * The way of one service to a milestone of a capability. Times are milliseconds since the epoch, UTC.
 *
 * @public
 */
export interface Journey {
  /** Entity ref. */
  readonly service: string;
  readonly onPath: boolean;
  /** Absent where nobody knows. */
  readonly bornAt?: number;
  /**
   * Since when somebody would have noticed the milestone, where that is later than the birth: the installation of the
   * scorecard, or of the source (left truncation).
   */
  readonly observedSince?: number;
  readonly milestoneAt?: number;
  /** When it was retired. */
  readonly retiredAt?: number;
}

/** A journey, and what is known of its length in days. */
export interface FollowedJourney {
  readonly journey: Journey;
  readonly observation: CompetingObservation;
}

/**
 * Turns journeys into what a survival curve is made of: censored where they are on the way, entered late where nobody
 * observed their beginning. What became known after the moment in question is not used.
 */
export function followJourneys(
  journeys: readonly Journey[],
  context: MeasureContext,
  options: { readonly bornSince?: number },
): Sifted<FollowedJourney> {
  const { asOf } = context;
  const { bornSince = Number.NEGATIVE_INFINITY } = options;
  const { rows, coverage } = sift(journeys, journey => {
    const { bornAt, observedSince, milestoneAt, retiredAt } = journey;
    if (bornAt === undefined) {
      return 'unknown-birth';
    }
    const early = untimely(bornAt, context);
    if (early) {
      return early;
    }
    if (bornAt < bornSince) {
      return 'ignore';
    }
    if (Math.min(milestoneAt ?? bornAt, retiredAt ?? bornAt) < bornAt) {
      return 'time-before-birth';
    }
    const end = endOf(journey, asOf).at;
    const entered = observedSince ?? bornAt;
    // Of journeys that were over before anybody looked only some are known, and nobody knows how many there were.
    return entered > bornAt && end <= entered ? 'not-comparable' : undefined;
  });
  return {
    rows: rows.map(journey => ({
      journey,
      observation: observe(journey, asOf),
    })),
    coverage,
  };
}

function observe(journey: Journey, asOf: number): CompetingObservation {
  const { bornAt = 0, observedSince = bornAt } = journey;
  const { at, cause } = endOf(journey, asOf);
  return {
    duration: Math.max(0, at - bornAt) / DAY_MS,
    ...(observedSince > bornAt && {
      entry: (observedSince - bornAt) / DAY_MS,
    }),
    ...(cause && { cause }),
  };
}

/** What ended a journey by a moment, if anything. Reaching the milestone and retiring at once is reaching it. */
function endOf(
  { milestoneAt, retiredAt }: Journey,
  asOf: number,
): { readonly at: number; readonly cause?: string } {
  const ends = [
    { at: milestoneAt, cause: 'reached' },
    { at: retiredAt, cause: 'abandoned' },
  ].flatMap(({ at, cause }) =>
    at !== undefined && at <= asOf ? [{ at, cause }] : [],
  );
  const [first] = ends.sort((a, b) => a.at - b.at);
  return first ?? { at: asOf };
}
