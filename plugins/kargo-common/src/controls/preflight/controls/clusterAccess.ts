import { blocked, CLEAR, observed, type Control } from '../control';
import type { PreflightInput } from '../preflightInput';

/** What the caller may do on the control plane; where a promotion is handed off, it is asked there. */
export const clusterAccessControl: Control<
  Pick<PreflightInput, 'clusterAccess' | 'via' | 'support'> & {
    readonly binding: Pick<PreflightInput['binding'], 'controlPlane'>;
  }
> = {
  name: 'cluster-access',
  overridable: false,
  check({ clusterAccess, via, support, binding }) {
    // Where nothing would be sent, nobody is asked.
    if (via === 'hand-off' || !support.supported) return CLEAR;
    return observed(
      clusterAccess,
      `Your access on the control plane ${binding.controlPlane}`,
      access =>
        access.allowed
          ? CLEAR
          : blocked({
              message: `The control plane ${binding.controlPlane} does not let you: it needs ${access.needs}.`,
              value: access.needs,
              whoCanAct: 'platform',
            }),
    );
  },
};
