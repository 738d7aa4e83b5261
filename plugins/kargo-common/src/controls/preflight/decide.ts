import type { Control, ControlFinding, ControlName } from './control';

/**
 * What controls say, all of it at once.
 *
 * @public
 */
export interface Decision {
  readonly decision: 'clear' | 'blocked';
  readonly blockers: readonly ControlFinding[];
  /** What is worth knowing before; among it what broken glass passes over. */
  readonly warnings: readonly ControlFinding[];
  /** Controls that broken glass passes over this time. */
  readonly overridden: readonly ControlName[];
}

/** Asks every control, and passes over those of the process where the glass is broken. */
export function decide<Input>(
  controls: ReadonlyArray<Control<Input>>,
  input: Input,
  options: { readonly glassIsBroken: boolean },
): Decision {
  const findings = controls.map(control => {
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
  const passesOver = findings.filter(
    ({ control, blockers }) =>
      options.glassIsBroken && control.overridable && blockers.length > 0,
  );
  const blockers = findings
    .filter(finding => !passesOver.includes(finding))
    .flatMap(finding => finding.blockers);
  return {
    decision: blockers.length === 0 ? 'clear' : 'blocked',
    blockers,
    warnings: findings.flatMap(finding => [
      ...(passesOver.includes(finding) ? finding.blockers : []),
      ...finding.warnings,
    ]),
    overridden: passesOver.map(({ control }) => control.name),
  };
}
