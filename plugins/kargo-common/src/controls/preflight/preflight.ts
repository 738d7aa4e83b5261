import { usableApproval } from '../approvals/usableApproval';
import type { ControlName } from './control';
import { CONTROLS } from './controls';
import { decide, type Decision } from './decide';
import type { PreflightInput } from './preflightInput';

/**
 * What stands against a promotion, all of it at once, and what is worth knowing before it.
 *
 * @public
 */
export interface Preflight extends Decision {
  /** Ids of the approved requests that this promotion uses up. */
  readonly uses: readonly string[];
}

/**
 * Asks every control about a promotion. Breaking the glass, which a second person approved for just this promotion,
 * passes over controls of the process; it gives nobody rights, and makes Kargo do nothing that it refuses.
 *
 * @public
 */
export function preflight(input: PreflightInput): Preflight {
  const glass = approvalFor('break-glass', input);
  const decision = decide(CONTROLS, input, {
    glassIsBroken: glass !== undefined,
  });
  const approval =
    input.riskClass.approvers.count > 0
      ? approvalFor('promotion', input)
      : undefined;
  const used = decision.overridden.length > 0 ? [glass, approval] : [approval];
  return {
    ...decision,
    uses: used.flatMap(request => (request ? [request.id] : [])),
  };
}

/**
 * Whether breaking the glass passes over a control.
 *
 * @public
 */
export function isOverridable(name: ControlName): boolean {
  return CONTROLS.some(control => control.name === name && control.overridable);
}

/** The approved request of a purpose that can still be used for just this. */
export function approvalFor(
  purpose: 'promotion' | 'break-glass',
  {
    approvals,
    binding,
    now,
  }: Pick<PreflightInput, 'approvals' | 'binding' | 'now'>,
) {
  return approvals.status === 'observed'
    ? usableApproval({ requests: approvals.value, purpose, binding, now })
    : undefined;
}
