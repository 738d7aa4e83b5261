import {
  overlapWarnings,
  type CalendarRule,
  type OverlapWarning,
} from '../controls/calendar';
import type { CalendarOverlap } from './calendarContract';
import type { StageGroup } from './calendarGroups';
import type { SayingSame } from './SayingSame';
import { stageSet } from './stageSet';

const HOUR_MILLIS = 3_600_000;

interface KnownWarnings {
  readonly atMs: number;
  readonly warnings: readonly OverlapWarning[];
}

/** Half a year is looked at, which changes little in an hour. */
const computed = new WeakMap<readonly CalendarRule[], KnownWarnings>();

/** What works against itself, once for each pair of rules in a group, with the first time. */
export function calendarOverlaps(
  groups: readonly StageGroup[],
  at: Date,
  same: SayingSame,
): CalendarOverlap[] {
  return groups.flatMap(group => {
    const found = new Map<string, OverlapWarning[]>();
    const ids = new Map(group.first.rules.map(rule => [rule.id, rule]));
    const idOf = (id: string) => {
      const rule = ids.get(id);
      return rule ? same.idOf(rule) : id;
    };
    for (const warning of warningsOf(group, at)) {
      const key = JSON.stringify([warning.type, warning.rules]);
      found.set(key, [...(found.get(key) ?? []), warning]);
    }
    return [...found.values()].map(warnings => ({
      ...warnings[0],
      rules: [...new Set(warnings[0].rules.map(idOf))],
      times: warnings.length,
      stages: stageSet(group.subjects),
    }));
  });
}

function warningsOf(
  { first }: StageGroup,
  at: Date,
): KnownWarnings['warnings'] {
  const { rules, subject } = first;
  const known = computed.get(rules);
  const atMs = at.getTime();
  if (known && known.atMs <= atMs && atMs < known.atMs + HOUR_MILLIS) {
    return known.warnings;
  }
  const warnings = overlapWarnings({ rules, subject, from: at.toISOString() });
  computed.set(rules, { atMs, warnings });
  return warnings;
}
