import { wilsonInterval, type ProportionEstimate } from '@fairway/statistics';
import type { ActivityRecord } from './ActivityRecord';
import {
  measure,
  NOTHING_COUNTED,
  untimely,
  type MeasureContext,
} from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import { LEAST_PEOPLE } from './privacy';
import { sift } from './sift';

/** @public */
export const COHORT_RETENTION: MeasureDefinition = {
  id: 'adoption.cohort-retention',
  version: 1,
  title: 'Cohort retention',
  counted:
    'People whose first act of value fell into one week and who acted again so many weeks later, over all people of that week.',
  notCounted:
    'Agents; people first seen before the first week shown; weeks that are not over; cohorts of fewer than five people, and shares that fewer than five people make up or are missing from.',
  sources: ['activity'],
};

/**
 * A week in the reporting time zone, cut by whoever knows the zone: one around a change of clocks has 167 or 169 hours.
 * Times are milliseconds since the epoch.
 *
 * @public
 */
export interface Week {
  /** ISO week, such as 2026-W47. */
  readonly name: string;
  readonly start: number;
  /** Start of the next week. */
  readonly end: number;
}

/**
 * People of one week, and how many of them came back.
 *
 * @public
 */
export interface Cohort {
  readonly week: string;
  /** Absent where it has fewer than five people. */
  readonly people?: number;
  /** For each later week that is over; absent where too few people stayed or left to tell. */
  readonly retained: readonly (ProportionEstimate | undefined)[];
}

/**
 * Retention by the week of the first act.
 *
 * @param weeks - without gaps, oldest first
 *
 * @public
 */
export function cohortRetention(
  activities: readonly ActivityRecord[],
  weeks: readonly Week[],
  context: MeasureContext,
): MeasureResult<readonly Cohort[]> {
  return measure(COHORT_RETENTION, context, () => {
    const over = weeks.filter(({ end }) => end <= context.asOf);
    const { rows, coverage } = sift(
      activities,
      ({ at, actorKind }) =>
        untimely(at, context) ?? (actorKind === 'agent' ? 'ignore' : undefined),
    );
    if (over.length === 0 || rows.length === 0) {
      return NOTHING_COUNTED;
    }
    const weeksOf = activeWeeks(rows, over);
    const cohorts = over.map(({ name }, first): Cohort => {
      const members = weeksOf.filter(places => places[0] === first);
      const enough = members.length >= LEAST_PEOPLE;
      return {
        week: name,
        ...(enough && { people: members.length }),
        retained: over
          .slice(first + 1)
          .map((_, later) =>
            shareOf(
              members.filter(places => places.includes(first + 1 + later))
                .length,
              members.length,
            ),
          ),
      };
    });
    // Only those of the cohorts shown: with all of them, the difference would tell how many the others have.
    const people = cohorts.reduce(
      (sum, cohort) => sum + (cohort.people ?? 0),
      0,
    );
    return { value: cohorts, n: people, denominator: people, coverage };
  });
}

/** For each person the places of the weeks in which they acted, in order; -1 for before the first week. */
function activeWeeks(
  rows: readonly ActivityRecord[],
  weeks: readonly Week[],
): readonly (readonly number[])[] {
  const [{ start: begin }] = weeks;
  const places = new Map<string, Set<number>>();
  for (const { actor, at } of rows) {
    const week = weeks.findIndex(({ start, end }) => start <= at && at < end);
    if (week >= 0 || at < begin) {
      const known = places.get(actor) ?? new Set();
      places.set(actor, known.add(week));
    }
  }
  return Array.from(places.values(), set => [...set].sort((a, b) => a - b));
}

/** A share that does not single out those who stayed, nor those who left. */
function shareOf(
  retained: number,
  people: number,
): ProportionEstimate | undefined {
  const lost = people - retained;
  const tells = [retained, lost].every(
    count => count === 0 || count >= LEAST_PEOPLE,
  );
  const share = wilsonInterval(retained, people);
  return people >= LEAST_PEOPLE && tells && share.kind === 'estimate'
    ? share
    : undefined;
}
