import { blocked, CLEAR, observed, warned, type Control } from '../control';

/** A hold that somebody put on the stage, so that it keeps what it has. */
export const holdControl: Control = {
  name: 'hold',
  overridable: true,
  check({ hold, binding, intent }) {
    return observed(hold, 'Whether the stage is on hold', value => {
      if (intent === 'resume') {
        return value === undefined
          ? blocked({
              message: `Auto-promotion of ${binding.stage} is not on hold; there is nothing to resume.`,
              value: 'none',
              whoCanAct: 'owner',
            })
          : warned({
              message: `${value.freight} leaves ${binding.stage}: Kargo promotes ${binding.freight} at once, and newer freight by itself from then on.`,
              value: value.freight,
              whoCanAct: 'caller',
            });
      }
      return value === undefined || value.freight === binding.freight
        ? CLEAR
        : blocked({
            message: `${value.actor ?? 'Somebody'} holds the stage at freight ${
              value.freight
            }${value.since ? ` since ${value.since}` : ''}.`,
            value: value.freight,
            whoCanAct: 'owner',
          });
    });
  },
};
