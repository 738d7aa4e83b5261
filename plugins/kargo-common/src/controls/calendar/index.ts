export { argoCdWindowRules, type SyncedApplication } from './argoCdWindows';
export type { CalendarOwner, CalendarRule, Schedule } from './calendarRule';
export {
  calendarRuleConfigSchema,
  type CalendarRuleConfig,
} from './calendarRuleConfig';
export { calendarRulesFor } from './calendarRulesFor';
export type { CalendarScope, CalendarSubject } from './calendarScope';
export { freezeSentence } from './freezeSentence';
export {
  freezeStateAt,
  type FreezeCause,
  type FreezeState,
  type RuleProblem,
  type RuleReference,
} from './freezeState';
export {
  kargoWindowRules,
  readKargoWindows,
  type KargoWindow,
} from './kargoWindows';
export { kargoWindowStatusRule } from './kargoWindowStatus';
export { nextChange } from './nextChange';
export { overlapWarnings, type OverlapWarning } from './overlapWarnings';
export { readCalendar } from './readCalendar';
export { upcoming, type CalendarEntry } from './upcoming';
