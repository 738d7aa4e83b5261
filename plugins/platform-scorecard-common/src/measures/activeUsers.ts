import { wilsonInterval, type ProportionEstimate } from '@fairway/statistics';
import type { ActivityRecord } from './ActivityRecord';
import { DAY_MS } from './days';
import {
  measure,
  NOTHING_COUNTED,
  untimely,
  TOO_FEW_PEOPLE,
  type MeasureContext,
} from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import { LEAST_PEOPLE } from './privacy';
import { sift } from './sift';

/** Whole weeks by default, so that all weekdays count equally often. */
const WINDOW_DAYS = 28;

/** @public */
export const ACTIVE_USERS: MeasureDefinition = {
  id: 'adoption.active-users',
  version: 1,
  title: 'Active users and teams',
  counted:
    'People with at least one act of value in the window, 28 days of 24 hours unless it says otherwise, over all people who could be users; the same for teams. Agents are counted on their own.',
  notCounted:
    'Page views. An agent is no person, whoever it acts for. Acts without a known team count for no team.',
  sources: ['activity', 'catalog'],
};

/**
 * Who uses the platform.
 *
 * @public
 */
export interface ActiveUsers {
  readonly windowDays: number;
  readonly people: number;
  readonly peopleShare: ProportionEstimate;
  readonly teams: number;
  /** Absent where there is no team that could be active. */
  readonly teamShare?: ProportionEstimate;
  /** Distinct agents. They have no denominator: nobody knows how many there could be. */
  readonly agents: number;
  readonly actsOfAgents: number;
  readonly actsOfPeople: number;
}

/**
 * The population that could be active.
 *
 * @public
 */
export interface EligibleUsers {
  /** Keyed hashes. */
  readonly people: readonly string[];
  /** Entity refs. */
  readonly teams: readonly string[];
}

/**
 * Users in the days up to one moment. Of fewer than five people nothing is told.
 *
 * @param options - `windowDays`: such as 1 or 7; 28 by default
 *
 * @public
 */
export function activeUsers(
  activities: readonly ActivityRecord[],
  eligible: EligibleUsers,
  context: MeasureContext,
  options: { readonly windowDays?: number } = {},
): MeasureResult<ActiveUsers> {
  const { windowDays = WINDOW_DAYS } = options;
  return measure(ACTIVE_USERS, context, () => {
    const since = context.asOf - windowDays * DAY_MS;
    const { rows, coverage } = sift(
      activities,
      ({ at }) => untimely(at, context) ?? (at <= since ? 'ignore' : undefined),
    );
    const acts = rows.filter(({ actorKind }) => actorKind === 'person');
    const agentActs = rows.filter(({ actorKind }) => actorKind === 'agent');
    const population = new Set(eligible.people);
    const active = new Set(
      acts.map(({ actor }) => actor).filter(actor => population.has(actor)),
    );
    const allTeams = new Set(eligible.teams);
    const teams = new Set(
      acts.flatMap(({ team }) =>
        team !== undefined && allTeams.has(team) ? [team] : [],
      ),
    );
    const peopleShare = wilsonInterval(active.size, population.size);
    const teamShare = wilsonInterval(teams.size, allTeams.size);
    if (peopleShare.kind === 'no-data') {
      return NOTHING_COUNTED;
    }
    if (
      population.size < LEAST_PEOPLE ||
      (active.size > 0 && active.size < LEAST_PEOPLE)
    ) {
      return TOO_FEW_PEOPLE;
    }
    return {
      value: {
        windowDays,
        people: active.size,
        peopleShare,
        teams: teams.size,
        ...(teamShare.kind === 'estimate' && { teamShare }),
        agents: new Set(agentActs.map(({ actor }) => actor)).size,
        actsOfAgents: agentActs.length,
        actsOfPeople: acts.length,
      },
      n: population.size,
      denominator: population.size,
      coverage,
    };
  });
}
