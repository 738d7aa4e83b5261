import { usableApproval } from '../approvals/usableApproval';
import type { ControlFinding } from './control';
import { CONTROLS } from './controls';
import type { PreflightInput } from './preflightInput';

/**
 * What stands against a promotion, all of it at once, and what is worth knowing before it.
 *
 * @public
 */
export interface Preflight {
  readonly decision: 'clear' | 'blocked';
  readonly blockers: readonly ControlFinding[];
  readonly warnings: readonly ControlFinding[];
  /** Controls that break-glass passes over this time; they are among the warnings. */
  readonly overridden: ReadonlyArray<ControlFinding['control']>;
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
  const findings = CONTROLS.map(control => {
    const { blockers, warnings } = control.check(input);
    const named = (finding: Omit<ControlFinding, 'control'>) => ({
      control: control.name,
      ...finding,
    });
    return {
      control,
      blockers: blockers.map(named),
      warnings: warnings.map(named),
    };
  });
  const glass = approvalFor('break-glass', input);
  const passesOver = findings.filter(
    ({ control, blockers }) =>
      glass && control.overridable && blockers.length > 0,
  );
  const blockers = findings
    .filter(finding => !passesOver.includes(finding))
    .flatMap(finding => finding.blockers);
  const approval =
    input.riskClass.approvers.count > 0
      ? approvalFor('promotion', input)
      : undefined;
  const used = passesOver.length > 0 ? [glass, approval] : [approval];
  return {
    decision: blockers.length === 0 ? 'clear' : 'blocked',
    blockers,
    warnings: findings.flatMap(finding => [
      ...(passesOver.includes(finding) ? finding.blockers : []),
      ...finding.warnings,
    ]),
    overridden: passesOver.map(({ control }) => control.name),
    uses: used.flatMap(request => (request ? [request.id] : [])),
  };
}

function approvalFor(
  purpose: 'promotion' | 'break-glass',
  { approvals, binding, now }: PreflightInput,
) {
  return approvals.status === 'observed'
    ? usableApproval({ requests: approvals.value, purpose, binding, now })
    : undefined;
}
