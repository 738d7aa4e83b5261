import { z } from 'zod/v4';
import type { RiskClass } from '../riskClass/riskClass';
import type { CalendarRule } from './calendarRule';
import { calendarRuleConfigSchema, calendarRuleOf } from './calendarRuleConfig';

const configSchema = z
  .array(calendarRuleConfigSchema)
  .superRefine((rules, context) => {
    const names = rules.map(rule => rule.name);
    names.forEach((name, index) => {
      if (names.indexOf(name) !== index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `another rule is called ${name} too`,
        });
      }
    });
  });

/**
 * The rules in `kargo.freezeCalendar` and those of the risk classes.
 *
 * @throws `ZodError` where the config is wrong; a freeze is not guessed
 *
 * @public
 */
export function readCalendar(options: {
  readonly config: unknown;
  readonly classes: readonly RiskClass[];
}): CalendarRule[] {
  return [
    ...configSchema
      .parse(options.config ?? [])
      .map(rule => calendarRuleOf(rule, { type: 'config' })),
    ...options.classes.flatMap(({ name, calendar }) =>
      configSchema
        .parse(calendar)
        .map(rule =>
          calendarRuleOf(rule, { type: 'risk-class', riskClass: name }),
        ),
    ),
  ];
}
