import { freezeSentence, type FreezeState } from '../../calendar';
import {
  blocked,
  CLEAR,
  observed,
  warned,
  type Control,
  type Verdict,
} from '../control';

const SOON_MILLIS = 3_600_000;

function verdictOf(state: FreezeState, now: string): Verdict {
  const message = freezeSentence({ state, timeZone: 'UTC', now });
  if (state.status === 'unknown') {
    return blocked({ message, value: 'unknown', whoCanAct: 'platform' });
  }
  if (state.status === 'closed') {
    return blocked({
      message,
      value: state.causes
        .flatMap(({ cause, rules }) =>
          rules.length > 0 ? rules.map(rule => rule.id) : [cause],
        )
        .join(', '),
      ...(state.until && { until: state.until }),
      whoCanAct: state.until ? 'time' : 'platform',
    });
  }
  const left = state.until ? Date.parse(state.until) - Date.parse(now) : NaN;
  return left <= SOON_MILLIS
    ? warned({
        message,
        value: 'closes soon',
        ...(state.until && { until: state.until }),
        whoCanAct: 'time',
      })
    : CLEAR;
}

/**
 * The freeze calendar. A part of it that cannot be read is a warning: who keeps that part, such as Argo CD, enforces it
 * too.
 */
export const windowControl: Control = {
  name: 'window',
  overridable: true,
  check({ window, calendarGaps = [], now }) {
    return observed(window, 'Whether promotions are frozen', state => {
      const { blockers, warnings } = verdictOf(state, now);
      return {
        blockers,
        warnings: [
          ...warnings,
          ...calendarGaps.map(message => ({
            message,
            value: 'unknown',
            whoCanAct: 'platform' as const,
          })),
        ],
      };
    });
  },
};
