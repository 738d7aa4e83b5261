import type { CalendarRule } from './calendarRule';
import { calendarRuleConfigSchema, calendarRuleOf } from './calendarRuleConfig';
import type { CalendarSubject } from './calendarScope';

/** Production of a project on one control plane. */
export const prod: CalendarSubject = {
  riskClass: 'application',
  controlPlane: 'emea',
  project: 'orders',
  stage: 'prod',
  stageLabels: { tier: 'production' },
};

/** A rule as config gives it, in Zurich. */
export function ruleOf(config: Record<string, unknown>): CalendarRule {
  return calendarRuleOf(
    calendarRuleConfigSchema.parse({
      kind: 'deny',
      timeZone: 'Europe/Zurich',
      ...config,
    }),
    { type: 'config' },
  );
}

/** From Friday 18:00 to Monday 08:00, in hours. */
export const weekend = ruleOf({
  name: 'weekend',
  start: '2026-01-02T18:00',
  rrule: 'FREQ=WEEKLY;BYDAY=FR',
  duration: 'PT62H',
});

/** Sixteen days from 19 December 2026, 18:00. */
export const yearEnd = ruleOf({
  name: 'year-end',
  reason: 'few people are here',
  start: '2026-12-19T18:00',
  duration: { days: 16 },
});

/** Tuesdays and Thursdays from 09:00 to 11:00. */
export const mornings = ruleOf({
  name: 'mornings',
  kind: 'allow',
  start: '2026-01-01T09:00',
  rrule: 'FREQ=WEEKLY;BYDAY=TU,TH',
  duration: { hours: 2 },
});
