import { DateTime, Duration } from 'luxon';
import { z } from 'zod/v4';
import { toErrorMessage } from '../errorMessage';
import type { CalendarOwner, CalendarRule, Schedule } from './calendarRule';
import { every, selects, selectorSchema } from './nameSelector';
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

/** Who writes more into one object does not mean them to be read. */
const MAX_WINDOWS = 100;

interface Labelled {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * A promotion window of Kargo, read once for all stages that it may concern.
 *
 * @public
 */
export interface KargoWindow {
  /**
   * Its rule for a stage; the same object for all stages. None where it does not select the stage, and one that opens
   * nothing where that cannot be told.
   */
  ruleFor(project: Labelled, stage: Labelled): CalendarRule | undefined;
}

/**
 * Reads promotion windows of Kargo. A window that cannot be read becomes a rule that opens nothing; one bad window never
 * hides others.
 *
 * @param options - `windows`: those of a ProjectConfig or, without `project`, of the ClusterConfig, as they are
 *
 * @see akuity/kargo api/v1alpha1/promotion_window_types.go (Kargo Enterprise, after v1.11)
 *
 * @public
 */
export function readKargoWindows(options: {
  readonly windows: unknown;
  readonly controlPlane: string;
  readonly project: string | undefined;
}): KargoWindow[] {
  const { windows, controlPlane, project } = options;
  if (!Array.isArray(windows)) return [];
  const owner: CalendarOwner = { type: 'kargo', controlPlane, project };
  const base = {
    reason: undefined,
    owner,
    scope: {
      controlPlanes: [controlPlane],
      ...(project !== undefined && { projects: [project] }),
    },
  };
  const id = (name: string) =>
    `${controlPlane}/${project ?? 'cluster'}/${name}`;
  const read = windows
    .slice(0, MAX_WINDOWS)
    .map((candidate: unknown, index): KargoWindow => {
      const parsed = windowSchema.safeParse(candidate);
      if (!parsed.success) {
        const rule: CalendarRule = {
          ...base,
          id: id(`#${index + 1}`),
          title: `promotion window ${index + 1}`,
          kind: 'deny',
          schedule: {
            type: 'unreadable',
            reason: toErrorMessage(parsed.error),
          },
        };
        return { ruleFor: () => rule };
      }
      const window = parsed.data;
      const rule: CalendarRule = {
        ...base,
        id: id(window.name),
        title: window.name,
        kind: window.kind === 'Allow' ? 'allow' : 'deny',
        schedule: readSchedule(window),
      };
      const unreadable: CalendarRule = {
        ...rule,
        schedule: {
          type: 'unreadable',
          reason: 'its selector uses a pattern that is not understood here',
        },
      };
      const rules = { yes: rule, no: undefined, unreadable };
      return {
        ruleFor: (ofProject, stage) =>
          rules[
            every([
              project === undefined && window.projectSelector
                ? selects(window.projectSelector, ofProject)
                : 'yes',
              window.stageSelector
                ? selects(window.stageSelector, stage)
                : 'yes',
            ])
          ],
      };
    });
  const unread = windows.length - MAX_WINDOWS;
  if (unread <= 0) return read;
  const more: CalendarRule = {
    ...base,
    id: id('#more'),
    title: `${unread} more promotion windows`,
    kind: 'deny',
    schedule: {
      type: 'unreadable',
      reason: `of one list only ${MAX_WINDOWS} windows are read`,
    },
  };
  return [...read, { ruleFor: () => more }];
}

/**
 * Promotion windows of Kargo as rules of the calendar, for the stages of one project that each of them selects.
 *
 * @param options - `windows`: those of a ProjectConfig or ClusterConfig, as they are
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
  return readKargoWindows({
    windows,
    controlPlane,
    project: definedIn === 'ProjectConfig' ? project.name : undefined,
  }).flatMap(window => {
    const concerned = stages.flatMap(stage => {
      const rule = window.ruleFor(project, stage);
      return rule ? [{ stage, rule }] : [];
    });
    // What cannot be told for one stage is said of the whole window.
    const told =
      concerned.find(({ rule }) => rule.schedule.type === 'unreadable') ??
      concerned[0];
    return told
      ? [
          {
            ...told.rule,
            scope: {
              controlPlanes: [controlPlane],
              projects: [project.name],
              stages: concerned.map(({ stage }) => stage.name),
            },
          },
        ]
      : [];
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
