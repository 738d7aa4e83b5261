import { blocked, CLEAR, observed, type Control } from '../control';

/** What the caller may do on the control plane; where a promotion is handed off, it is asked there. */
export const clusterAccessControl: Control = {
  name: 'cluster-access',
  overridable: false,
  check({ clusterAccess, via, binding }) {
    if (via === 'hand-off') return CLEAR;
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
