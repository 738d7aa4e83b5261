import { z } from 'zod/v4';

const NUMBERS = /^[+-]?\d{1,3}(,[+-]?\d{1,3})*$/;
const WEEKDAY = /^(MO|TU|WE|TH|FR|SA|SU)$/;
const WEEKDAYS =
  /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*$/;

/** Range of the numbers in a part, whatever their sign; a signed part has no zero. */
interface NumberPart {
  readonly least: number;
  readonly most: number;
  readonly signed: boolean;
}

/** @see RFC 5545, section 3.3.10 */
const NUMBER_PARTS: Readonly<Record<string, NumberPart>> = {
  BYHOUR: { least: 0, most: 23, signed: false },
  BYMONTHDAY: { least: 1, most: 31, signed: true },
  BYYEARDAY: { least: 1, most: 366, signed: true },
  BYWEEKNO: { least: 1, most: 53, signed: true },
  BYMONTH: { least: 1, most: 12, signed: false },
  BYSETPOS: { least: 1, most: 366, signed: true },
};

// Windows that begin more often than every hour are a mistake, and dear to compute.
const TEXT_PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,3}$/,
  COUNT: /^[1-9]\d{0,5}$/,
  // One minute, for the same reason.
  BYMINUTE: /^[0-5]?\d$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  WKST: WEEKDAY,
  BYDAY: WEEKDAYS,
};

/**
 * What is wrong with a recurrence rule, in words; the library passes over parts that it does not know, and so over
 * misspelt ones.
 */
function problemsOf(rule: string): string[] {
  const parts = rule.split(';').map(part => {
    const [name, ...rest] = part.split('=');
    return { name: name.toLocaleUpperCase('en-US'), value: rest.join('=') };
  });
  const names = parts.map(part => part.name);
  return [
    ...(names.includes('FREQ') ? [] : ['has no FREQ']),
    ...(names.includes('COUNT') && names.includes('UNTIL')
      ? ['has both COUNT and UNTIL']
      : []),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map(name => `has ${name} twice`),
    ...parts
      .filter(({ name, value }) => !isPart(name, value))
      .map(({ name, value }) => `has ${name}=${value}`),
  ];
}

function isPart(name: string, value: string): boolean {
  const text = TEXT_PARTS[name];
  if (text) return text.test(value);
  const range = NUMBER_PARTS[name];
  return (
    range !== undefined &&
    NUMBERS.test(value) &&
    value.split(',').every(item => {
      const number = Number(item);
      const size = range.signed ? Math.abs(number) : number;
      return size >= range.least && size <= range.most;
    })
  );
}

/**
 * A recurrence rule without its name, `FREQ=WEEKLY;BYDAY=FR`.
 *
 * @see RFC 5545, section 3.3.10
 */
export const recurrenceRuleSchema = z
  .string()
  .max(500)
  .transform(rule => rule.trim().replace(/^RRULE:/i, ''))
  .superRefine((rule, context) => {
    for (const problem of problemsOf(rule)) {
      context.addIssue({ code: 'custom', message: `the rule ${problem}` });
    }
  });
