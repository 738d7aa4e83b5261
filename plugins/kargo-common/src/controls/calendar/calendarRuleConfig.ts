import { z } from 'zod/v4';
import { durationMillis, durationSchema } from '../duration';
import type { CalendarOwner, CalendarRule } from './calendarRule';
import { calendarScopeSchema } from './calendarScope';
import { recurrenceRuleSchema } from './recurrenceRule';
import { timeZoneSchema } from './timeZone';
import { wallTimeSchema } from './wallTime';

/** A rule in config. @public */
export const calendarRuleConfigSchema = z.strictObject({
  /** Short and unique; people read it in "frozen by rule year-end". */
  name: z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/),
  title: z.string().min(1).optional(),
  reason: z.string().min(1).optional(),
  /** `allow` is a change window, `deny` a freeze. */
  kind: z.enum(['allow', 'deny']),
  timeZone: timeZoneSchema,
  /** Local time of the first window. */
  start: wallTimeSchema,
  /** RFC 5545 recurrence rule; absent: only once. */
  rrule: recurrenceRuleSchema.optional(),
  duration: durationSchema.refine(
    duration => durationMillis(duration) > 0,
    'a window must last for some time',
  ),
  scope: calendarScopeSchema.optional(),
});

/** @public */
export type CalendarRuleConfig = z.infer<typeof calendarRuleConfigSchema>;

/** The rule that config describes. */
export function calendarRuleOf(
  config: CalendarRuleConfig,
  owner: CalendarOwner,
): CalendarRule {
  const ofClass = owner.type === 'risk-class';
  return {
    id: ofClass ? `${owner.riskClass}/${config.name}` : config.name,
    title: config.title ?? config.name,
    reason: config.reason,
    kind: config.kind,
    owner,
    scope: {
      ...config.scope,
      ...(ofClass && { riskClasses: [owner.riskClass] }),
    },
    schedule: {
      type: 'recurring',
      timeZone: config.timeZone,
      start: config.start,
      rule: config.rrule,
      duration: config.duration,
    },
  };
}
