import {
  calendarGroupView,
  compareGroups,
  groupStages,
} from './calendarGroups';
import type { Calendar, CalendarSource } from './calendarContract';
import { calendarOverlaps } from './calendarOverlaps';
import type { CalendarFrame } from './calendarQuery';
import { calendarRuleViews } from './calendarRuleViews';
import type { CalendarStage } from './CalendarStage';
import { SayingSame } from './SayingSame';
import { shortened, timesOfEach } from './shortened';

const MAX_GROUPS = 50;
const MAX_RULES = 100;
const MAX_OVERLAPS = 20;

/**
 * The calendar of some stages: who is closed when, by which rules, and which rules work against each other.
 *
 * @public
 */
export function calendarView(options: {
  readonly stages: readonly CalendarStage[];
  readonly frame: CalendarFrame;
  readonly at: Date;
  readonly sources: readonly CalendarSource[];
  readonly notices: readonly string[];
}): Calendar {
  const { stages, frame, at } = options;
  const asOf = at.toISOString();
  const same = new SayingSame();
  const groups = shortened(
    groupStages(stages, same).sort(compareGroups),
    MAX_GROUPS,
  );
  const rules = shortened(
    calendarRuleViews({ stages, frame, same }),
    MAX_RULES,
  );
  const overlaps = shortened(
    calendarOverlaps(groups.shown, at, same),
    MAX_OVERLAPS,
  );
  return {
    asOf,
    ...frame,
    counts: {
      open: countOf(stages, 'open'),
      closed: countOf(stages, 'closed'),
      unknown: countOf(stages, 'unknown'),
    },
    groups: groups.shown.map(group =>
      calendarGroupView(group, frame, same, timesOfEach(groups.shown.length)),
    ),
    moreGroups: groups.more,
    rules: rules.shown,
    moreRules: rules.more,
    overlaps: overlaps.shown,
    moreOverlaps: overlaps.more,
    sources: [...options.sources],
    notices: [...options.notices],
    facets: {
      controlPlane: facetOf(stages, 'controlPlane'),
      project: facetOf(stages, 'project'),
    },
  };
}

function countOf(
  stages: readonly CalendarStage[],
  status: CalendarStage['state']['status'],
): number {
  return stages.filter(({ state }) => state.status === status).length;
}

const MAX_VALUES = 200;

function facetOf(
  stages: readonly CalendarStage[],
  part: 'controlPlane' | 'project',
): Calendar['facets']['project'] {
  const counts = new Map<string, number>();
  for (const { subject } of stages) {
    counts.set(subject[part], (counts.get(subject[part]) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => (left.value < right.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}
