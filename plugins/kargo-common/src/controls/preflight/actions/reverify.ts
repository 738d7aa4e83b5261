import { blocked, CLEAR, observed, type Control } from '../control';
import { decide, type Decision } from '../decide';
import type { Observed } from '../preflightInput';
import { BASIC_CONTROLS, type ActionBasis } from './actionBasis';

/**
 * All that is asked before what a stage has is verified again.
 *
 * @public
 */
export interface ReverifyInput extends ActionBasis {
  readonly stage: string;
  /** The latest verification of what is in the stage; absent where there was none. */
  readonly latest: Observed<
    | {
        readonly id: string | undefined;
        /** As Kargo says it. */
        readonly phase: string;
      }
    | undefined
  >;
}

const UNFINISHED = /^(Pending|Running)$/;

const repeatableControl: Control<ReverifyInput> = {
  name: 'verification',
  overridable: false,
  check({ latest, stage }) {
    return observed(latest, 'What was verified last', verification => {
      if (verification?.id === undefined) {
        return blocked({
          message: `${stage} has no verification that could be repeated.`,
          value: 'none',
          whoCanAct: 'owner',
        });
      }
      return UNFINISHED.test(verification.phase)
        ? blocked({
            message: `A verification of ${stage} is ${verification.phase} already.`,
            value: verification.phase,
            whoCanAct: 'time',
          })
        : CLEAR;
    });
  },
};

const CONTROLS = [...BASIC_CONTROLS, repeatableControl];

/**
 * Asks every control about verifying again what a stage has.
 *
 * @see akuity/kargo pkg/api/stage.go, `ReverifyStageFreight`
 *
 * @public
 */
export function preflightReverify(input: ReverifyInput): Decision {
  return decide(CONTROLS, input, { glassIsBroken: false });
}
