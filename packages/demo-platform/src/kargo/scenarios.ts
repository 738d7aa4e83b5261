/**
 * What the demo plays in a project, by annotations that Kargo does not know. A Stage or a Warehouse that carries one is
 * always in that situation, where others meet their failures by chance.
 */
export const SCENARIOS = {
  /** On a Stage: `<alias of a step>=<name of a failure>`; the step fails for all Freight but the first. */
  failingStep: 'demo.fairway.dev/failing-step',
  /** On a Stage: alias of a step that waits for a person who does not come. */
  waitingStep: 'demo.fairway.dev/waiting-step',
  /** On a Stage: who promoted an older Freight by hand once. */
  heldBy: 'demo.fairway.dev/held-by',
  /** On a Stage: `failed` lets each verification after the first fail. */
  verification: 'demo.fairway.dev/verification',
  /** On a Warehouse: why artifacts are not discovered any more. */
  discoveryFailure: 'demo.fairway.dev/discovery-failure',
} as const;

type Annotations = Readonly<Record<string, string>>;

/** Which step of a Stage is to fail, and how. */
export function plannedFailure(
  annotations: Annotations,
): { readonly alias: string; readonly failure: string } | undefined {
  const [alias, failure] = (annotations[SCENARIOS.failingStep] ?? '').split(
    '=',
  );
  return alias && failure ? { alias, failure } : undefined;
}
