import { timelyApprovals } from '../../approvals/usableApproval';
import { blocked, CLEAR, observed, type Control } from '../control';
import type { PreflightInput } from '../preflightInput';

/** The approvals of the risk class, as many as it wants now and not when they were asked for. */
export const approvalsControl: Control<
  Pick<PreflightInput, 'approvals' | 'riskClass' | 'binding' | 'now'>
> = {
  name: 'approvals',
  overridable: true,
  check({ approvals, riskClass, binding, now }) {
    const { count } = riskClass.approvers;
    if (count === 0) return CLEAR;
    return observed(approvals, 'Whether it is approved', requests => {
      const purpose = 'promotion';
      const timely = timelyApprovals({ requests, purpose, binding, now });
      const people = count === 1 ? '1 person' : `${count} people`;
      const approved = timely.find(({ state }) => state === 'approved');
      if (approved) {
        const given = approved.decisions.length;
        return given >= count
          ? CLEAR
          : blocked({
              message: `${people} must approve by now, and the request was approved by ${given}; withdraw it and ask again.`,
              value: approved.state,
              whoCanAct: 'caller',
            });
      }
      const pending = timely.find(({ state }) => state === 'pending');
      return pending
        ? blocked({
            message: `${people} other than who asks must approve; ${pending.decisions.length} did.`,
            value: pending.state,
            whoCanAct: 'approvers',
          })
        : blocked({
            message: `${people} other than who asks must approve; no approval has been asked for.`,
            value: 'none',
            whoCanAct: 'caller',
          });
    });
  },
};
