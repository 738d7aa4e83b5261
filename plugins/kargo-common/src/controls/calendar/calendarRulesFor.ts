import type { CalendarRule } from './calendarRule';
import { inScope, type CalendarSubject } from './calendarScope';

/**
 * The rules that apply to a stage.
 *
 * @public
 */
export function calendarRulesFor(
  rules: readonly CalendarRule[],
  subject: CalendarSubject,
): CalendarRule[] {
  return rules.filter(({ scope }) => inScope(scope, subject));
}
