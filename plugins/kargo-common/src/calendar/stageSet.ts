import type { CalendarSubject } from '../controls/calendar';
import type { CalendarStageSet } from './calendarContract';

const MAX_SHOWN = 12;

/** How many stages there are, and the first of them. */
export function stageSet(
  subjects: readonly CalendarSubject[],
): CalendarStageSet {
  return {
    total: subjects.length,
    shown: subjects
      .slice(0, MAX_SHOWN)
      .map(({ controlPlane, project, stage }) => ({
        controlPlane,
        project,
        stage,
      })),
  };
}
