import { blocked, CLEAR, observed, type Control } from '../control';
import { decide, type Decision } from '../decide';
import type { Observed } from '../preflightInput';
import { BASIC_CONTROLS, type ActionBasis } from './actionBasis';

/**
 * All that is asked before a promotion is aborted.
 *
 * @public
 */
export interface AbortInput extends ActionBasis {
  readonly promotion: Observed<{
    readonly name: string;
    /** As Kargo says it. */
    readonly phase: string;
    readonly finished: boolean;
  }>;
}

const unfinishedControl: Control<AbortInput> = {
  name: 'queue',
  overridable: false,
  check({ promotion }) {
    return observed(
      promotion,
      'Whether the promotion runs',
      ({ name, phase, finished }) =>
        finished
          ? blocked({
              message: `The promotion ${name} has ended already (${phase}); there is nothing to abort.`,
              value: phase,
              whoCanAct: 'owner',
            })
          : CLEAR,
    );
  },
};

const CONTROLS = [...BASIC_CONTROLS, unfinishedControl];

/**
 * Asks every control about aborting a promotion. Stopping is always allowed by the process: no window, no soak and no
 * approval stands against it.
 *
 * @public
 */
export function preflightAbort(input: AbortInput): Decision {
  return decide(CONTROLS, input, { glassIsBroken: false });
}
