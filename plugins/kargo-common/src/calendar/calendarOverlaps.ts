import {
  overlapWarnings,
  type CalendarRule,
  type CalendarSubject,
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

interface Row {
  readonly warnings: readonly OverlapWarning[];
  readonly rules: readonly string[];
  readonly subjects: CalendarSubject[];
}

/** What works against itself, once for each of it, with the first time and all stages that it concerns. */
export function calendarOverlaps(
  groups: readonly StageGroup[],
  at: Date,
  same: SayingSame,
): CalendarOverlap[] {
  const rows = new Map<string, Row>();
  for (const group of groups) {
    const byId = new Map(group.first.rules.map(rule => [rule.id, rule]));
    const idOf = (id: string) => {
      const rule = byId.get(id);
      return rule ? same.idOf(rule) : id;
    };
    for (const [key, warnings] of byRules(warningsOf(group, at), idOf)) {
      const row = rows.get(key);
      if (row) row.subjects.push(...group.subjects);
      else {
        const rules = [...new Set(warnings[0].rules.map(idOf))];
        rows.set(key, { warnings, rules, subjects: [...group.subjects] });
      }
    }
  }
  return [...rows.values()].map(({ warnings, rules, subjects }) => ({
    ...warnings[0],
    rules: [...rules],
    times: warnings.length,
    stages: stageSet(subjects),
  }));
}

function byRules(
  warnings: readonly OverlapWarning[],
  idOf: (id: string) => string,
): ReadonlyMap<string, readonly OverlapWarning[]> {
  const found = new Map<string, OverlapWarning[]>();
  for (const warning of warnings) {
    const key = JSON.stringify([warning.type, warning.rules.map(idOf)]);
    found.set(key, [...(found.get(key) ?? []), warning]);
  }
  return found;
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
