import type { StatusWording } from '@fairway/platform-ui';
import type {
  Calendar,
  CalendarGroup,
  CalendarRuleView,
  CalendarSpan,
  CalendarStageSet,
} from '@fairway/plugin-kargo-common';
import { DateTime } from 'luxon';

const MAX_NAMES = 3;

export const GROUP_WORDING: Readonly<
  Record<CalendarGroup['state']['status'], StatusWording>
> = {
  open: { tone: 'good', word: 'Open' },
  closed: { tone: 'attention', word: 'Closed' },
  unknown: { tone: 'unknown', word: 'Unknown' },
};

export const KIND_WORDS: Readonly<Record<CalendarRuleView['kind'], string>> = {
  allow: 'Change window',
  deny: 'Freeze',
};

/** The time zone in which the reader reads. */
export function readerZone(): string {
  return DateTime.local().zoneName;
}

/** "Mon 4 Jan 18:00", in the time zone of the reader. */
export function timeWords(iso: string): string {
  return DateTime.fromISO(iso).setLocale('en-GB').toFormat('ccc d LLL HH:mm');
}

/** "Sat 19 Dec 18:00 to Mon 4 Jan 18:00". */
export function spanWords({ start, end }: CalendarSpan): string {
  if (start && end) return `${timeWords(start)} to ${timeWords(end)}`;
  if (start) return `from ${timeWords(start)}, with no end here`;
  return end ? `until ${timeWords(end)}` : 'all the time shown';
}

/** Who keeps a rule. */
export function keeperWords({ owner }: CalendarRuleView): string {
  switch (owner.type) {
    case 'config':
      return 'Portal';
    case 'risk-class':
      return `Risk class ${owner.riskClass}`;
    case 'kargo':
      return owner.project
        ? `Kargo project ${owner.project} on ${owner.controlPlane}`
        : `Kargo on ${owner.controlPlane}`;
    default:
      return `Argo CD project ${owner.appProject} (${owner.controlPlane})`;
  }
}

/** "prod-eu, prod-us and 4 more", with the project where the calendar has several. */
export function stageWords(
  { total, shown }: CalendarStageSet,
  { facets }: Pick<Calendar, 'facets'>,
): string {
  const projects = new Set(shown.map(({ project }) => project));
  const names = shown
    .slice(0, MAX_NAMES)
    .map(({ project, stage }) =>
      projects.size > 1 ? `${stage} of ${project}` : stage,
    );
  const more = total - names.length;
  const [only] = projects;
  return [
    names.join(', '),
    more > 0 && `and ${more} more`,
    projects.size === 1 && facets.project.length > 1 && `of ${only}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** "1 stage", "12 stages". */
export function stageCount({ total }: CalendarStageSet): string {
  return total === 1 ? '1 stage' : `${total} stages`;
}
