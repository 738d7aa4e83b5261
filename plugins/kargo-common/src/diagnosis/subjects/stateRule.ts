import type { Evidence, ExplainedDiagnosis } from '../diagnosis';
import { redactExcerpt } from '../redact';

/** What a state means that Kargo leaves without a message. */
export interface StateRule<S>
  extends Pick<
    ExplainedDiagnosis,
    | 'rule'
    | 'family'
    | 'cause'
    | 'confidence'
    | 'severity'
    | 'nextStep'
    | 'whoCanAct'
    | 'safeToRetry'
  > {
  applies(state: S): boolean;
}

/** The first rule that applies, as a diagnosis. */
export function explainState<S>(
  rules: readonly StateRule<S>[],
  state: S,
  evidence: readonly Evidence[],
): ExplainedDiagnosis | undefined {
  const found = rules.find(rule => rule.applies(state));
  if (!found) return undefined;
  const { applies: _applies, ...known } = found;
  return {
    status: 'explained',
    ...known,
    operation: undefined,
    rootCause: undefined,
    nature: 'undetermined',
    evidence,
    relatedFailures: [],
  };
}

const LONGEST_VALUE = 4 * 1024;

/** Evidence of the fields that have a value, without secrets and of bounded length. */
export function evidenceOf(
  fields: Readonly<Record<string, string | undefined>>,
  at?: string,
): readonly Evidence[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    value
      ? [
          {
            field,
            value: redactExcerpt(value, LONGEST_VALUE),
            ...(at && { at }),
          },
        ]
      : [],
  );
}
