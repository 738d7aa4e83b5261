import { freezeSentence } from '../controls/calendar';
import type { Calendar, CalendarGroup } from './calendarContract';

/**
 * The calendar in one sentence: "Frozen until Mon 08:00 by rule year-end; 2 windows overlap."
 *
 * @param options - `timeZone`: of the reader; `now`: ISO 8601
 *
 * @public
 */
export function calendarHeadline(
  calendar: Pick<Calendar, 'counts' | 'groups' | 'overlaps' | 'moreOverlaps'>,
  options: { readonly timeZone: string; readonly now: string },
): string {
  const { counts, groups, overlaps, moreOverlaps = 0 } = calendar;
  const { open, closed, unknown } = counts;
  const total = open + closed + unknown;
  if (total === 0) return 'There is no stage here.';
  const say = ({ state }: CalendarGroup) =>
    freezeSentence({ state, ...options }).replace(/\.$/, '');
  // The first group is the one about which there is most to say.
  const [first] = groups;
  const isOne = first?.stages.total === total;
  const main = isOne ? say(first) : ofSeveral(calendar, say);
  const overlapping = overlaps.length + moreOverlaps;
  return [
    main,
    ...(unknown > 0 && !isOne
      ? [`of ${unknown} ${unknown === 1 ? 'stage' : 'stages'} it is unknown`]
      : []),
    ...(overlapping > 0
      ? [
          overlapping === 1
            ? '1 rule works against another'
            : `${overlapping} rules work against others`,
        ]
      : []),
  ]
    .join('; ')
    .concat('.');
}

function ofSeveral(
  { counts, groups }: Pick<Calendar, 'counts' | 'groups'>,
  say: (group: CalendarGroup) => string,
): string {
  const { open, closed, unknown } = counts;
  const total = open + closed + unknown;
  if (closed > 0) {
    const [first] = groups;
    const verb = closed === 1 ? 'is' : 'are';
    return `${closed} of ${total} stages ${verb} closed, the first ones: ${lowerFirst(
      say(first),
    )}`;
  }
  const next = groups.find(
    ({ state }) => state.status === 'open' && state.until !== undefined,
  );
  const openOnes = open === total ? `All ${total}` : `${open} of ${total}`;
  return next
    ? `${openOnes} stages are open, the first ones: ${lowerFirst(say(next))}`
    : `${openOnes} stages are open and no freeze is known`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1);
}
