import type { Diagnosis } from '../diagnosis';
import { explainText } from '../explainText';
import type { VerificationEvidence } from '../subject';
import { evidenceOf, explainState, type StateRule } from './stateRule';

const STATES: readonly StateRule<VerificationEvidence>[] = [
  {
    rule: 'verification.inconclusive',
    family: 'verification',
    applies: ({ phase }) => phase === 'Inconclusive',
    cause:
      'The measurements meet neither the success nor the failure conditions.',
    confidence: 'certain',
    severity: 'decision',
    nextStep: 'Look at the measurements and decide; then verify again.',
    whoCanAct: 'developer',
    safeToRetry: 'yes',
  },
  {
    rule: 'verification.aborted',
    family: 'verification',
    applies: ({ phase }) => phase === 'Aborted',
    cause: 'Somebody aborted the verification.',
    confidence: 'certain',
    severity: 'decision',
    nextStep: 'Ask whoever aborted it, then verify again.',
    whoCanAct: 'developer',
    safeToRetry: 'yes',
  },
  {
    rule: 'verification.failed-without-message',
    family: 'verification',
    applies: ({ phase }) => phase === 'Failed',
    cause:
      'The analysis run failed, and its message is empty: a metric, or a job of the analysis, was not successful.',
    confidence: 'likely',
    severity: 'failure',
    nextStep: 'Open the analysis run: its metrics and jobs say more.',
    whoCanAct: 'developer',
    safeToRetry: 'after-fix',
  },
];

const HARMLESS: readonly string[] = ['Successful', 'Pending', 'Running'];

/** Explains the outcome of a verification. */
export function diagnoseVerification(
  verification: VerificationEvidence,
): Diagnosis {
  const { phase, message, finishedAt, kargoVersion } = verification;
  const field = 'status.freightHistory[0].verificationHistory[0]';
  const evidence = evidenceOf(
    {
      [`${field}.phase`]: phase,
      [`${field}.message`]: message,
    },
    finishedAt,
  );
  if (HARMLESS.includes(phase ?? '')) {
    return { status: 'nothing-wrong', evidence };
  }
  if (message) {
    return explainText({
      message,
      subject: 'verification',
      nature: 'undetermined',
      evidence,
      kargoVersion,
    });
  }
  return (
    explainState(STATES, verification, evidence) ?? {
      status: 'unknown',
      raw: '',
      operation: undefined,
      nature: 'undetermined',
      evidence,
      relatedFailures: [],
    }
  );
}
