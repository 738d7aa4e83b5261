import {
  correlatedFailureOf,
  diagnose,
  type CorrelatedFailure,
  type DiagnosisSubject,
  type SharedCause,
} from '../diagnosis';
import type { DiagnosisView } from './diagnosisView';

const SUBJECTS: Readonly<
  Record<DiagnosisSubject['kind'], (shard: string | undefined) => string>
> = {
  promotion: () => 'the promotion',
  'stage-health': () => 'the health of the stage',
  verification: () => 'the verification',
  warehouse: () => 'the warehouse',
  controller: shard =>
    shard ? `the controller of shard ${shard}` : 'the default controller',
};

/**
 * The diagnosis of a subject as the page shows it; `undefined` where nothing is wrong.
 *
 * @param causes - what failures everywhere share, by which those that belong together are known
 *
 * @public
 */
export function diagnosisViewOf(
  subject: DiagnosisSubject,
  causes: readonly SharedCause[] = [],
): DiagnosisView | undefined {
  const diagnosis = diagnose(subject);
  if (diagnosis.status === 'nothing-wrong') return undefined;
  const { reference } = correlatedFailureOf(subject, diagnosis, { at: '' });
  const isOwn = (failure: CorrelatedFailure['reference']) =>
    failure.controlPlane === reference.controlPlane &&
    failure.project === reference.project &&
    failure.stage === reference.stage;
  const shared = {
    subject: SUBJECTS[subject.kind](subject.shard),
    evidence: [...diagnosis.evidence],
    sharedCauses: causes
      .filter(({ failures }) => failures.some(isOwn))
      .map(({ kind, value, failures, from }) => ({
        kind,
        value,
        from,
        failures: failures.length,
      })),
  };
  if (diagnosis.status === 'unknown') {
    return { ...shared, status: 'unknown', raw: diagnosis.raw };
  }
  const { rule, cause, confidence, severity } = diagnosis;
  const { nextStep, whoCanAct, safeToRetry } = diagnosis;
  return {
    ...shared,
    status: 'explained',
    rule,
    cause,
    confidence,
    severity,
    nextStep,
    whoCanAct,
    safeToRetry,
  };
}
