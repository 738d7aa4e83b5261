import { executionModeOf } from '../../riskClass';
import { blocked, CLEAR, type Control } from '../control';
import type { PreflightInput } from '../preflightInput';

/** How far Backstage goes for the risk class. */
export const executionModeControl: Control<
  Pick<PreflightInput, 'riskClass' | 'executingEnabled' | 'via'>
> = {
  name: 'execution-mode',
  overridable: false,
  check({ riskClass, executingEnabled, via }) {
    const mode = executionModeOf({ riskClass, executingEnabled });
    if (mode === 'view') {
      return blocked({
        message: `Stages of the risk class ${riskClass.name} are only shown here; they are promoted elsewhere.`,
        value: mode,
        whoCanAct: 'platform',
      });
    }
    if (via === 'execute' && mode !== 'execute') {
      return blocked({
        message: executingEnabled
          ? `Promotions of the risk class ${riskClass.name} are handed off; Backstage does not carry them out.`
          : 'Carrying out promotions from Backstage is not switched on.',
        value: mode,
        whoCanAct: 'platform',
      });
    }
    return CLEAR;
  },
};
