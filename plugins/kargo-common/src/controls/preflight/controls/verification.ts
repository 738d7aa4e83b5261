import { blocked, CLEAR, observed, warned, type Control } from '../control';
import type { PreflightInput } from '../preflightInput';

// Kargo keeps freight verified when a later verification fails (akuity/kargo issue 5144).
const FAILED = /^(Failed|Error|Aborted|Inconclusive)$/;

/** Verification that the risk class requires, whatever the stage asks for. */
export const verificationControl: Control<
  Pick<PreflightInput, 'verification' | 'riskClass'>
> = {
  name: 'verification',
  overridable: true,
  check({ verification, riskClass }) {
    if (!riskClass.verificationRequired) return CLEAR;
    return observed(
      verification,
      'Whether the freight is verified',
      ({ verified, latestPhase }) => {
        if (!verified) {
          return blocked({
            message: `The risk class ${
              riskClass.name
            } requires verification, and the freight is not verified${
              latestPhase ? ` (${latestPhase})` : ''
            }.`,
            value: latestPhase ?? 'none',
            whoCanAct: 'owner',
          });
        }
        return latestPhase && FAILED.test(latestPhase)
          ? warned({
              message: `The freight was verified, but its latest verification is ${latestPhase}.`,
              value: latestPhase,
              whoCanAct: 'owner',
            })
          : CLEAR;
      },
    );
  },
};
