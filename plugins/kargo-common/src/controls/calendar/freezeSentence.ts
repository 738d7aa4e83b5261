import { DateTime } from 'luxon';
import type { FreezeCause, FreezeState } from './freezeState';

const NEAR_DAYS = 6;

/**
 * The state of the calendar in one sentence: "Frozen until Mon 08:00 by rule year-end."
 *
 * @param options - `timeZone`: of the reader; `now`: ISO 8601, near times are told by their weekday
 *
 * @public
 */
export function freezeSentence(options: {
  readonly state: FreezeState;
  readonly timeZone: string;
  readonly now: string;
}): string {
  const { state } = options;
  const time = (at: string) => inWords(at, options);
  switch (state.status) {
    case 'unknown':
      return `Whether promotions are frozen is unknown: ${state.problems
        .map(
          ({ rule, problem }) => `rule ${rule.id} cannot be read (${problem})`,
        )
        .join('; ')}.`;
    case 'open':
      return state.until === undefined
        ? 'Open; no freeze is known.'
        : `Open until ${time(state.until)}, then ${lowerFirst(
            reasons(state.closesBy),
          )}.`;
    default: {
      const until =
        state.until === undefined
          ? 'with no known end'
          : `until ${time(state.until)}`;
      return `${reasons(state.causes, until)}.`;
    }
  }
}

function reasons(causes: readonly FreezeCause[], until?: string): string {
  const freezes = causes.filter(({ cause }) => cause === 'freeze');
  if (freezes.length > 0)
    return sentence(['Frozen', until, `by ${ruleNames(freezes)}`]);
  const windows = causes.filter(({ cause }) => cause === 'no-open-window');
  if (windows.length > 0) {
    return sentence([
      'Closed',
      until,
      `since no change window of ${ruleNames(windows)} is open`,
    ]);
  }
  return sentence([
    'Closed',
    until,
    'since the risk class needs a change window and none is defined',
  ]);
}

function sentence(parts: ReadonlyArray<string | undefined>): string {
  return parts.filter(Boolean).join(' ');
}

function ruleNames(causes: readonly FreezeCause[]): string {
  const names = causes.flatMap(({ rules }) => rules.map(rule => rule.id));
  return `${names.length === 1 ? 'rule' : 'rules'} ${names.join(' and ')}`;
}

function inWords(
  at: string,
  options: { readonly timeZone: string; readonly now: string },
): string {
  const zone = options.timeZone;
  const time = DateTime.fromISO(at, { zone }).setLocale('en-GB');
  const now = DateTime.fromISO(options.now, { zone });
  const days = time.startOf('day').diff(now.startOf('day'), 'days').days;
  const text = time.toFormat(
    days <= NEAR_DAYS ? 'ccc HH:mm' : 'ccc d LLL yyyy HH:mm',
  );
  // A reader takes a time for one of their own clock, unless it says otherwise.
  return zone === 'UTC' ? `${text} UTC` : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1);
}
