import { DateTime, Duration } from 'luxon';
import { z } from 'zod/v4';
import { toErrorMessage } from '../errorMessage';
import type { CalendarOwner, CalendarRule, Schedule } from './calendarRule';
import { selects, selectorSchema } from './nameSelector';
import { recurrenceRuleSchema } from './recurrenceRule';
import { timeZoneSchema } from './timeZone';
import { inZone } from './wallTime';

const windowSchema = z.object({
  name: z.string(),
  kind: z.enum(['Allow', 'Deny']),
  rrule: z.string().optional(),
  dtstart: z.string().optional(),
  dtend: z.string().optional(),
  stageSelector: selectorSchema.nullish(),
  projectSelector: selectorSchema.nullish(),
});

interface Labelled {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Promotion windows of Kargo as rules of the calendar, for the stages of one project that each of them selects. A window
 * that cannot be read becomes a rule that opens nothing; one bad window never hides others.
 *
 * @param options - `windows`: `spec.promotionWindows` of a ProjectConfig or ClusterConfig, as it is
 *
 * @see akuity/kargo api/v1alpha1/promotion_window_types.go (Kargo Enterprise, after v1.11)
 *
 * @public
 */
export function kargoWindowRules(options: {
  readonly windows: unknown;
  readonly definedIn: 'ProjectConfig' | 'ClusterConfig';
  readonly controlPlane: string;
  readonly project: Labelled;
  readonly stages: readonly Labelled[];
}): CalendarRule[] {
  const { windows, definedIn, controlPlane, project, stages } = options;
  if (!Array.isArray(windows)) return [];
  const owner: CalendarOwner = {
    type: 'kargo',
    controlPlane,
    project: definedIn === 'ProjectConfig' ? project.name : undefined,
  };
  const everywhere = {
    controlPlanes: [controlPlane],
    projects: [project.name],
  };
  return windows.flatMap((candidate: unknown, index): CalendarRule[] => {
    const parsed = windowSchema.safeParse(candidate);
    const id = (name: string) =>
      `${controlPlane}/${owner.project ?? 'cluster'}/${name}`;
    if (!parsed.success) {
      return [
        {
          id: id(`#${index + 1}`),
          title: `promotion window ${index + 1}`,
          reason: undefined,
          kind: 'deny',
          owner,
          scope: everywhere,
          schedule: {
            type: 'unreadable',
            reason: toErrorMessage(parsed.error),
          },
        },
      ];
    }
    const window = parsed.data;
    const ofProject =
      definedIn === 'ClusterConfig' && window.projectSelector
        ? selects(window.projectSelector, project)
        : 'yes';
    const chosen = stages.map(stage => ({
      stage,
      selection: window.stageSelector
        ? selects(window.stageSelector, stage)
        : ('yes' as const),
    }));
    const unreadable =
      ofProject === 'unreadable' ||
      chosen.some(({ selection }) => selection === 'unreadable');
    const names = chosen
      .filter(({ selection }) => selection !== 'no')
      .map(({ stage }) => stage.name);
    if (ofProject === 'no' || names.length === 0) return [];
    return [
      {
        id: id(window.name),
        title: window.name,
        reason: undefined,
        kind: window.kind === 'Allow' ? 'allow' : 'deny',
        owner,
        scope: { ...everywhere, stages: names },
        schedule: unreadable
          ? {
              type: 'unreadable',
              reason: 'its selector uses a pattern that is not understood here',
            }
          : readSchedule(window),
      },
    ];
  });
}

function readSchedule(window: z.infer<typeof windowSchema>): Schedule {
  try {
    return scheduleOf(window);
  } catch (error) {
    return { type: 'unreadable', reason: toErrorMessage(error) };
  }
}

function scheduleOf(window: z.infer<typeof windowSchema>): Schedule {
  const start = readTime('dtstart', window.dtstart);
  const end = readTime('dtend', window.dtend);
  if (end.millis <= start.millis) {
    throw new RangeError('dtend is not after dtstart');
  }
  if (window.rrule === undefined || window.rrule === '') {
    return {
      type: 'interval',
      from: new Date(start.millis).toISOString(),
      until: new Date(end.millis).toISOString(),
    };
  }
  return {
    type: 'recurring',
    timeZone: start.timeZone,
    start: start.local,
    rule: recurrenceRuleSchema.parse(window.rrule),
    duration:
      Duration.fromMillis(end.millis - start.millis)
        .shiftTo('hours')
        .toISO() ?? '',
  };
}

/** `TZID=Europe/Zurich:20261219T180000`, or in UTC without the prefix. */
function readTime(field: string, text: string | undefined) {
  const [, zone, digits] =
    /^(?:(?:DTSTART|DTEND);)?(?:TZID=([^:]+):)?(\d{8}T\d{6})Z?$/i.exec(
      text?.trim() ?? '',
    ) ?? [];
  if (!digits) throw new RangeError(`${field} is "${text ?? ''}"`);
  const timeZone = timeZoneSchema.parse(zone ?? 'UTC');
  const wall = DateTime.fromFormat(digits, "yyyyMMdd'T'HHmmss", {
    zone: 'utc',
  });
  if (!wall.isValid) throw new RangeError(`${field} is "${text ?? ''}"`);
  const time = inZone(wall.toMillis(), timeZone);
  return {
    timeZone,
    local: wall.toFormat("yyyy-MM-dd'T'HH:mm:ss"),
    millis: time.status === 'once' ? time.millis : time.shifted,
  };
}
