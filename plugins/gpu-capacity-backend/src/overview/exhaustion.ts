import {
  ACCELERATOR_KINDS,
  groupName,
  type ExhaustionView,
} from '@fairway/plugin-gpu-capacity-common';
import { theilSen } from '@fairway/statistics';
import { groupedBy } from '../domain/groupedBy';
import { meanOf } from '../history/Figures';
import { PERIOD_MS, type CapacityPeriod } from '../history/periods';

const MIN_DAYS = 14;

/** Of a day of which less was observed the mean says little. */
const MIN_COVERAGE = 0.5;

/** Further ahead nothing like this holds. */
const HORIZON_DAYS = 3 * 365;

const CONFIDENCE = 0.95;

/** Mean of what was asked for on a day, and what there was at most to be had. */
interface Day {
  readonly day: number;
  readonly requested: number;
  readonly allocatable: number;
}

/**
 * When all devices of a product are asked for, if that goes on growing as it did: by the robust slope of the daily means
 * of what pods hold, get and wait for. Only with fourteen days or more; the present day is not whole and does not count.
 * Demand of a day is much like that of the day before, so that many days say less than their number: the band is as wide
 * as that makes it.
 *
 * @param periods - days of whole clusters
 * @param now - in milliseconds since 1970
 */
export function exhaustionEstimates(
  periods: readonly CapacityPeriod[],
  now: number,
): ExhaustionView[] {
  return [
    ...groupedBy(periods, ({ pool, product, resource, kind }) =>
      JSON.stringify([pool, product, resource, kind]),
    ).values(),
  ]
    .map(own => {
      const [{ cluster, product, resource, kind: text }] = own;
      const kind =
        ACCELERATOR_KINDS.find(known => known === text) ?? 'unclassified';
      return estimate(
        { cluster, product, resource },
        `${groupName({ product, resource, kind })} in ${cluster}`,
        own.flatMap(dayOf(now)),
      );
    })
    .sort(
      (a, b) =>
        (a.band?.earliest ?? 'z').localeCompare(b.band?.earliest ?? 'z') ||
        a.cluster.localeCompare(b.cluster) ||
        a.sentence.localeCompare(b.sentence),
    );
}

function dayOf(now: number): (period: CapacityPeriod) => Day[] {
  return ({ start, figures }) => {
    const { requested, observedMs, units } = figures;
    const isWhole = start + PERIOD_MS.day <= now;
    if (!isWhole || !requested) return [];
    if (requested.observedMs < MIN_COVERAGE * PERIOD_MS.day) return [];
    const owned = Object.values(units).reduce((sum, value) => sum + value, 0);
    return [
      {
        day: start / PERIOD_MS.day,
        requested: meanOf(requested),
        allocatable: (owned - (units.lost ?? 0)) / observedMs,
      },
    ];
  };
}

type Subject = Pick<ExhaustionView, 'cluster' | 'product' | 'resource'>;

function estimate(
  subject: Subject,
  name: string,
  days: readonly Day[],
): ExhaustionView {
  const about = { ...subject, days: days.length };
  const trend =
    days.length < MIN_DAYS
      ? undefined
      : theilSen(
          days.map(({ day, requested }) => ({ x: day, y: requested })),
          { dependence: 'first-order' },
        );
  const last = days[days.length - 1];
  if (trend?.kind !== 'estimate' || last === undefined) {
    return {
      ...about,
      status: 'not-enough-history',
      sentence: `${name}: not enough history. It takes ${MIN_DAYS} whole days, ${days.length} are known.`,
    };
  }
  const { slope, low = -Infinity, high = slope, centre } = trend;
  if (low <= 0) {
    return {
      ...about,
      status: 'not-growing',
      sentence: `${name}: over ${days.length} days the demand has not grown in a way that could be told from chance.`,
    };
  }
  const until = (rate: number) =>
    dateOf(
      Math.max(last.day, centre.x + (last.allocatable - centre.y) / rate),
      last.day,
    );
  const [earliest, likely, latest] = [high, slope, low].map(until);
  if (earliest === undefined) {
    return {
      ...about,
      status: 'not-growing',
      sentence: `${name}: the demand grows so slowly that it stays below the ${Math.round(
        last.allocatable,
      )} that can be allocated for more than three years.`,
    };
  }
  return {
    ...about,
    status: 'estimate',
    sentence: `${name}: ${whenText(
      earliest,
      latest,
    )} as much is asked for as the ${Math.round(
      last.allocatable,
    )} that can be allocated, if the demand goes on growing by ${perWeek(
      low,
    )} to ${perWeek(high)} a week as it did over ${
      days.length
    } days, and nothing is bought or taken away.`,
    band: {
      earliest,
      ...(likely !== undefined && { likely }),
      ...(latest !== undefined && { latest }),
      confidence: CONFIDENCE,
    },
  };
}

function dateOf(day: number, present: number): string | undefined {
  return day - present > HORIZON_DAYS
    ? undefined
    : new Date(Math.floor(day) * PERIOD_MS.day).toISOString().slice(0, 10);
}

function whenText(earliest: string, latest: string | undefined): string {
  if (latest === undefined) return `from ${earliest} on`;
  return earliest === latest
    ? `about ${earliest}`
    : `between ${earliest} and ${latest}`;
}

function perWeek(slope: number): string {
  return String(Math.round(slope * 70) / 10);
}
