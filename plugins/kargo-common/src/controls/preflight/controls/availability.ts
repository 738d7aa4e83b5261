import { blocked, CLEAR, observed, warned, type Control } from '../control';

/** Whether Kargo would take the freight in the stage; it refuses what is not available. */
export const availabilityControl: Control = {
  name: 'availability',
  overridable: false,
  check({ availability, binding }) {
    return observed(availability, 'Whether the freight is available', value => {
      if (!value.available) {
        const reasons = value.reasons.join('; ');
        return blocked({
          message: `The freight is not available to ${binding.stage}${
            reasons ? `: ${reasons}` : ''
          }.`,
          value: 'not available',
          ...(value.availableAt && { until: value.availableAt }),
          whoCanAct: value.availableAt ? 'time' : 'owner',
        });
      }
      return value.byManualApproval
        ? warned({
            message:
              'The freight is available by a manual approval in Kargo only, past verification and soak.',
            value: 'manual approval',
            whoCanAct: 'owner',
          })
        : CLEAR;
    });
  },
};
