import { blocked, CLEAR, type Control } from '../control';
import type { PreflightInput } from '../preflightInput';

/** Whether the way by which Backstage acts on the control plane can do this, and do it safely. */
export const executorControl: Control<Pick<PreflightInput, 'support' | 'via'>> =
  {
    name: 'executor',
    overridable: false,
    check({ support, via }) {
      if (via === 'hand-off' || support.supported) return CLEAR;
      return blocked({
        message: support.reason,
        value: 'not supported',
        whoCanAct: support.whoCanAct,
      });
    },
  };
