import { usableApproval } from '../../approvals/usableApproval';
import { blocked, CLEAR, observed, type Control } from '../control';

/** The approvals of the risk class, as many as it wants now and not when they were asked for. */
export const approvalsControl: Control = {
  name: 'approvals',
  overridable: true,
  check({ approvals, riskClass, binding, now }) {
    const { count } = riskClass.approvers;
    if (count === 0) return CLEAR;
    return observed(approvals, 'Whether it is approved', requests => {
      const usable = usableApproval({
        requests,
        purpose: 'promotion',
        binding,
        now,
      });
      const given = usable?.decisions.length ?? 0;
      if (given >= count) return CLEAR;
      const pending = requests.find(
        request =>
          request.state === 'pending' && request.purpose === 'promotion',
      );
      const people = count === 1 ? 'person' : 'people';
      return pending || usable
        ? blocked({
            message: `${count} ${people} other than who asks must approve; ${
              (usable ?? pending)?.decisions.length ?? 0
            } did.`,
            value: usable?.state ?? 'pending',
            whoCanAct: 'approvers',
          })
        : blocked({
            message: `${count} ${people} other than you must approve; no approval has been asked for.`,
            value: 'none',
            whoCanAct: 'caller',
          });
    });
  },
};
