import { redactExcerpt } from '../diagnosis';
import type { AdviceSubject } from './adviceContract';

const MAX_FAILURES = 10;
const MAX_EVIDENCE = 40;
const MAX_TEXT = 4_000;

interface FailureEvidence {
  readonly field: string;
  readonly value: string;
  /** ISO 8601. */
  readonly at?: string;
}

/**
 * A failure as the rules diagnosed it, in the words in which a model learns of it. An `ExplainedDiagnosis` and an
 * `UnknownDiagnosis` are ones.
 *
 * @public
 */
export type DiagnosedFailure =
  | {
      readonly status: 'explained';
      /** What was looked at: "the health of the stage". */
      readonly subject?: string;
      readonly rule: string;
      readonly cause: string;
      readonly confidence: string;
      readonly severity: string;
      readonly nextStep: string;
      readonly whoCanAct: string;
      readonly safeToRetry: string;
      readonly evidence: readonly FailureEvidence[];
    }
  | {
      readonly status: 'unknown';
      readonly subject?: string;
      readonly raw: string;
      readonly evidence: readonly FailureEvidence[];
    };

/**
 * All that an advisor learns.
 *
 * @public
 */
export interface AdviceEvidence {
  readonly subject: AdviceSubject;
  readonly failures: readonly DiagnosedFailure[];
}

/**
 * Evidence without secrets and of bounded length, with nothing that is not of its type. The same evidence gives the same
 * literal, and doing it twice changes nothing.
 *
 * @public
 */
export function redactAdviceEvidence(given: AdviceEvidence): AdviceEvidence {
  const { kind, controlPlane, name } = given.subject;
  return {
    subject: { kind, controlPlane: clean(controlPlane), name: clean(name) },
    failures: given.failures.slice(0, MAX_FAILURES).map(redactFailure),
  };
}

function redactFailure(failure: DiagnosedFailure): DiagnosedFailure {
  const evidence = failure.evidence
    .slice(0, MAX_EVIDENCE)
    .map(({ field, value, at }) => ({
      field: clean(field),
      value: clean(value),
      ...(at !== undefined && { at: clean(at) }),
    }));
  const subject =
    failure.subject === undefined ? {} : { subject: clean(failure.subject) };
  if (failure.status === 'unknown') {
    return {
      status: 'unknown',
      ...subject,
      raw: clean(failure.raw),
      evidence,
    };
  }
  return {
    status: 'explained',
    ...subject,
    rule: clean(failure.rule),
    cause: clean(failure.cause),
    confidence: clean(failure.confidence),
    severity: clean(failure.severity),
    nextStep: clean(failure.nextStep),
    whoCanAct: clean(failure.whoCanAct),
    safeToRetry: clean(failure.safeToRetry),
    evidence,
  };
}

function clean(text: string): string {
  return redactExcerpt(text, MAX_TEXT);
}
