import { freezeSentence } from '../../calendar';
import { blocked, CLEAR, observed, warned, type Control } from '../control';

const SOON_MILLIS = 3_600_000;

/** The freeze calendar. */
export const windowControl: Control = {
  name: 'window',
  overridable: true,
  check({ window, now }) {
    return observed(window, 'Whether promotions are frozen', state => {
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
      const left = state.until
        ? Date.parse(state.until) - Date.parse(now)
        : NaN;
      return left <= SOON_MILLIS
        ? warned({
            message,
            value: 'closes soon',
            ...(state.until && { until: state.until }),
            whoCanAct: 'time',
          })
        : CLEAR;
    });
  },
};
