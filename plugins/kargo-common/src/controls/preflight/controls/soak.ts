import { durationMillis, inWords } from '../../duration';
import { blocked, CLEAR, observed, type Control } from '../control';
import type { PreflightInput } from '../preflightInput';

/** The least soak of the risk class, which may be more than what the stage asks for. */
export const soakControl: Control<
  Pick<PreflightInput, 'soak' | 'riskClass' | 'now'>
> = {
  name: 'soak',
  overridable: true,
  check({ soak, riskClass, now }) {
    const required = durationMillis(riskClass.minimumSoak);
    if (required === 0) return CLEAR;
    return observed(soak, 'How long the freight has soaked', elapsed => {
      const rule = `The risk class ${riskClass.name} requires ${inWords(
        required,
      )} of soak`;
      if (elapsed === undefined) {
        return blocked({
          message: `${rule}, and the freight has been in no stage before.`,
          value: 'none',
          whoCanAct: 'owner',
        });
      }
      const left = required - durationMillis(elapsed);
      return left > 0
        ? blocked({
            message: `${rule}; ${inWords(left)} are left.`,
            value: elapsed,
            until: new Date(Date.parse(now) + left).toISOString(),
            whoCanAct: 'time',
          })
        : CLEAR;
    });
  },
};
