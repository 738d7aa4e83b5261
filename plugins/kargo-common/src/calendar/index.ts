export { beginningFreezes, type BeginningFreeze } from './beginningFreezes';
export {
  calendarSchema,
  type Calendar,
  type CalendarGroup,
  type CalendarOverlap,
  type CalendarRuleView,
  type CalendarSource,
  type CalendarSpan,
  type CalendarStageRef,
  type CalendarStageSet,
} from './calendarContract';
export { calendarHeadline } from './calendarHeadline';
export {
  calendarFrameOf,
  calendarQuerySchema,
  calendarSearchParams,
  readCalendarQuery,
  type CalendarFrame,
  type CalendarQuery,
} from './calendarQuery';
export type { CalendarStage } from './CalendarStage';
export { calendarView } from './calendarView';
