import {
  upcoming,
  type CalendarRule,
  type CalendarSubject,
} from '../controls/calendar';
import { groupStages, type StageGroup } from './calendarGroups';
import type { CalendarStage } from './CalendarStage';
import { SayingSame } from './SayingSame';

/**
 * A freeze that is about to begin.
 *
 * @public
 */
export interface BeginningFreeze {
  readonly rule: CalendarRule;
  /** ISO 8601. */
  readonly start: string;
  /** ISO 8601; absent where no end is known. */
  readonly end: string | undefined;
  /** The stages that it concerns. */
  readonly subjects: readonly CalendarSubject[];
}

interface Occurrence extends Omit<BeginningFreeze, 'subjects'> {
  readonly key: string;
}

/**
 * The freezes that begin soon, each once for all of its stages. Left out is what changes nothing, since the stages are
 * frozen for as long by another rule, and what recurs and is short: a freeze of every night is no news.
 *
 * @public
 */
export function beginningFreezes(options: {
  readonly stages: readonly CalendarStage[];
  readonly at: Date;
  readonly leadMillis: number;
  readonly shortestRecurringMillis: number;
}): BeginningFreeze[] {
  const same = new SayingSame();
  const found = new Map<
    string,
    Omit<BeginningFreeze, 'subjects'> & { readonly subjects: CalendarSubject[] }
  >();
  for (const group of groupStages(options.stages, same)) {
    for (const { key, ...freeze } of newsOf(group, same, options)) {
      const known = found.get(key);
      if (known) known.subjects.push(...group.subjects);
      else found.set(key, { ...freeze, subjects: [...group.subjects] });
    }
  }
  return [...found.values()].sort((left, right) =>
    left.start < right.start ? -1 : 1,
  );
}

function newsOf(
  { first }: StageGroup,
  same: SayingSame,
  options: {
    readonly at: Date;
    readonly leadMillis: number;
    readonly shortestRecurringMillis: number;
  },
): Occurrence[] {
  const atMs = options.at.getTime();
  const now = options.at.toISOString();
  const horizon = new Date(atMs + options.leadMillis).toISOString();
  const freezes = upcoming({
    rules: first.rules.filter(({ kind }) => kind === 'deny'),
    from: now,
    // A millisecond more, since an interval ends before its end.
    to: new Date(atMs + options.leadMillis + 1).toISOString(),
  }).entries;
  return freezes.flatMap((freeze): Occurrence[] => {
    const { rule, start, end } = freeze;
    if (start === undefined || start <= now || start > horizon) return [];
    if (
      recurs(rule) &&
      lengthOf(start, end) < options.shortestRecurringMillis
    ) {
      return [];
    }
    const isCovered = freezes.some(
      other =>
        same.keyOf(other.rule) !== same.keyOf(rule) &&
        (other.start ?? '') <= start &&
        (other.end ?? '~') >= (end ?? '~') &&
        // Of two that are the same one is told.
        (other.start !== start || other.end !== end || other.rule.id < rule.id),
    );
    return isCovered
      ? []
      : [
          {
            key: JSON.stringify([same.keyOf(rule), start]),
            rule: { ...rule, id: same.idOf(rule) },
            start,
            end,
          },
        ];
  });
}

function recurs({ schedule }: CalendarRule): boolean {
  return (
    schedule.type === 'cron' ||
    (schedule.type === 'recurring' && schedule.rule !== undefined)
  );
}

function lengthOf(start: string, end: string | undefined): number {
  return end === undefined ? Infinity : Date.parse(end) - Date.parse(start);
}
