export { CalendarService } from './CalendarService';
export { createCalendarRouter } from './createCalendarRouter';
