import { blocked, CLEAR, observed, type Control } from '../control';
import { approvalsControl } from '../controls/approvals';
import { soakControl } from '../controls/soak';
import { verificationControl } from '../controls/verification';
import { decide, type Decision } from '../decide';
import { approvalFor } from '../preflight';
import type { Observed, PreflightInput } from '../preflightInput';
import { BASIC_CONTROLS, type ActionBasis } from './actionBasis';

/**
 * All that is asked before freight is approved for a stage by hand.
 *
 * @public
 */
export interface ApproveFreightInput
  extends ActionBasis,
    Pick<PreflightInput, 'now' | 'approvals' | 'soak' | 'verification'> {
  readonly binding: PreflightInput['binding'];
  readonly availability: Observed<{
    /** Whether the stage takes freight of this origin at all. */
    readonly requested: boolean;
    /** Whether it may be promoted already. */
    readonly available: boolean;
  }>;
}

const neededControl: Control<ApproveFreightInput> = {
  name: 'availability',
  overridable: false,
  check({ availability, binding }) {
    return observed(
      availability,
      'Whether the freight is available',
      ({ requested, available }) => {
        if (!requested) {
          return blocked({
            message: `${binding.stage} takes no freight of this warehouse; an approval would not help.`,
            value: 'other origin',
            whoCanAct: 'owner',
          });
        }
        return available
          ? blocked({
              message: `The freight is available to ${binding.stage} already; promote it.`,
              value: 'available',
              whoCanAct: 'caller',
            })
          : CLEAR;
      },
    );
  },
};

/** A class that wants verification or soak does not want them passed over by one person. */
const CONTROLS: ReadonlyArray<Control<ApproveFreightInput>> = [
  ...BASIC_CONTROLS,
  neededControl,
  verificationControl,
  soakControl,
  approvalsControl,
];

/**
 * Asks every control about approving freight by hand. Approvals and broken glass count, and are not used up: the
 * promotion that follows needs them, and they are for just that one. Windows do not matter, since nothing changes yet.
 *
 * @see akuity/kargo pkg/server/approve_freight_v1alpha1.go
 *
 * @public
 */
export function preflightApproveFreight(input: ApproveFreightInput): Decision {
  const glassIsBroken = approvalFor('break-glass', input) !== undefined;
  return decide(CONTROLS, input, { glassIsBroken });
}
