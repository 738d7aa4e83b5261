export { CalendarContent } from './CalendarContent';
export { EntityCalendar } from './EntityCalendar';
