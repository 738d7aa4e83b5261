import { blocked, CLEAR, observed, type Control } from '../control';

/** A hold that somebody put on the stage, so that it keeps what it has. */
export const holdControl: Control = {
  name: 'hold',
  overridable: true,
  check({ hold, binding }) {
    return observed(hold, 'Whether the stage is on hold', value =>
      value === undefined || value.freight === binding.freight
        ? CLEAR
        : blocked({
            message: `${value.actor ?? 'Somebody'} holds the stage at freight ${
              value.freight
            }${value.since ? ` since ${value.since}` : ''}.`,
            value: value.freight,
            whoCanAct: 'owner',
          }),
    );
  },
};
