import type {
  CalendarRule,
  CalendarSubject,
  FreezeState,
} from '../controls/calendar';

/**
 * A stage in the calendar.
 *
 * @public
 */
export interface CalendarStage {
  readonly subject: CalendarSubject;
  readonly changeWindowRequired: boolean;
  /** The rules that apply to it; the same list for stages to which the same ones apply, which spares work. */
  readonly rules: readonly CalendarRule[];
  /** Now. */
  readonly state: FreezeState;
}
