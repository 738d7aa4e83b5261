import {
  cumulativeIncidence,
  shareReached,
  wilsonInterval,
  type CompetingObservation,
  type ProportionEstimate,
} from '@fairway/statistics';
import { DAY_MS } from './days';
import {
  measure,
  NOTHING_COUNTED,
  untimely,
  type MeasureContext,
} from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import type { ServiceRecord } from './ServiceRecord';
import { sift } from './sift';

/** After so many days a service that is still on its path counts as staying. */
const STICKINESS_DAYS = 90;

/** @public */
export const STICKINESS: MeasureDefinition = {
  id: 'adoption.stickiness-90',
  version: 1,
  title: 'Stickiness at 90 days',
  counted:
    'Services born on a golden path at least 90 days ago that were on it 90 days after their birth, over all of those that lived so long.',
  notCounted:
    'Services retired within 90 days, which are told beside it; services born less than 90 days ago.',
  sources: ['catalog'],
};

/**
 * Whether services stay on the path.
 *
 * @public
 */
export interface Stickiness {
  readonly share: ProportionEstimate;
  readonly stayed: number;
  /** Retired within 90 days. */
  readonly retired: number;
  /** Share that had left the path by day 90, young services included (retirement competes); absent where nobody knows. */
  readonly leftByDay90?: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  };
}

/**
 * Stickiness as of one moment. A day is 24 hours.
 *
 * @public
 */
export function stickiness(
  services: readonly ServiceRecord[],
  context: MeasureContext,
): MeasureResult<Stickiness> {
  const { asOf } = context;
  return measure(STICKINESS, context, () => {
    const { rows, coverage } = sift(services, record => {
      const { bornAt, firstSeenAt, leftPathAt, onPathAt, retiredAt } = record;
      const early = untimely(bornAt ?? firstSeenAt, context);
      if (early || onPathAt === undefined) {
        return early ?? 'ignore';
      }
      if (bornAt === undefined) {
        return 'unknown-birth';
      }
      if (onPathAt > bornAt) {
        return 'ignore';
      }
      return Math.min(leftPathAt ?? bornAt, retiredAt ?? bornAt) < bornAt
        ? 'time-before-birth'
        : undefined;
    });
    const lives = rows.map(record => lifeOnPath(record, asOf));
    const old = lives.filter(({ age }) => age >= STICKINESS_DAYS);
    const lived = old.filter(
      ({ end }) => end.cause !== 'retired' || end.duration >= STICKINESS_DAYS,
    );
    const stayed = lived.filter(
      ({ end }) => end.duration >= STICKINESS_DAYS,
    ).length;
    const share = wilsonInterval(stayed, lived.length);
    if (share.kind === 'no-data') {
      return NOTHING_COUNTED;
    }
    const left = shareReached(
      cumulativeIncidence(
        lives.map(({ end }) => end),
        'left',
      ),
      STICKINESS_DAYS,
    );
    return {
      value: {
        share,
        stayed,
        retired: old.length - lived.length,
        ...(left.kind === 'estimate' && {
          leftByDay90: { value: left.value, low: left.low, high: left.high },
        }),
      },
      n: lived.length,
      denominator: lived.length,
      coverage,
    };
  });
}

/** Days from birth to what ended it on the path, or to now. Leaving and retiring at once is retiring. */
function lifeOnPath(
  { bornAt = 0, leftPathAt, retiredAt }: ServiceRecord,
  asOf: number,
): { age: number; end: CompetingObservation } {
  const days = (to: number) => Math.max(0, to - bornAt) / DAY_MS;
  const ends = [
    { at: retiredAt, cause: 'retired' },
    { at: leftPathAt, cause: 'left' },
  ].flatMap(({ at, cause }) =>
    at !== undefined && at <= asOf ? [{ duration: days(at), cause }] : [],
  );
  const [first] = ends.sort((a, b) => a.duration - b.duration);
  return { age: days(asOf), end: first ?? { duration: days(asOf) } };
}
