import type { StepEvidence } from './subject';

/** From best to worst. */
const SEVERITIES: readonly string[] = [
  'Succeeded',
  'Skipped',
  'Running',
  'Aborted',
  'Failed',
  'Errored',
];
const WORTH_EXPLAINING = SEVERITIES.indexOf('Running');

/** A step and its place in the promotion. */
export interface PlacedStep {
  readonly index: number;
  readonly step: StepEvidence;
}

/**
 * The step that decided how the promotion ended: the worst, the first of equals; those that may fail do not count.
 * A status that is not known counts as the best, since it says nothing of a failure.
 *
 * @see akuity/kargo pkg/promotion/orchestrator.go, DetermineFinalPhase
 */
export function failedStep(
  steps: readonly StepEvidence[],
): PlacedStep | undefined {
  let worst: PlacedStep | undefined;
  for (const [index, step] of steps.entries()) {
    const severity = severityOf(step);
    if (step.continueOnError || severity < WORTH_EXPLAINING) continue;
    if (!worst || severity > severityOf(worst.step)) worst = { index, step };
  }
  return worst;
}

function severityOf(step: StepEvidence): number {
  return SEVERITIES.indexOf(step.status ?? '');
}
