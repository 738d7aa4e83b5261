import type { CorrelatedFailure } from './correlate';
import type { Diagnosis, FailureReference } from './diagnosis';
import { failedStep } from './failedStep';
import type { DiagnosisSubject } from './subject';

/**
 * A diagnosed subject as `correlate` takes it.
 *
 * @param known - what the subject itself does not tell: names of credentials, and the Argo CD that serves the stage
 *
 * @public
 */
export function correlatedFailureOf(
  subject: DiagnosisSubject,
  diagnosis: Diagnosis,
  known: { readonly at: string } & Pick<
    CorrelatedFailure,
    'credentials' | 'argocdInstance' | 'repositories'
  >,
): CorrelatedFailure {
  return {
    repositories:
      subject.kind === 'promotion' ? subject.repositories : undefined,
    ...known,
    reference: referenceOf(subject),
    diagnosis,
    shard: subject.shard,
    stepKind:
      subject.kind === 'promotion'
        ? failedStep(subject.steps ?? [])?.step.uses
        : undefined,
  };
}

function referenceOf(subject: DiagnosisSubject): FailureReference {
  const { controlPlane } = subject;
  switch (subject.kind) {
    case 'promotion':
      return {
        controlPlane,
        project: subject.project,
        stage: subject.stage,
        name: subject.promotion,
      };
    case 'warehouse':
      return {
        controlPlane,
        project: subject.project,
        name: subject.warehouse,
      };
    case 'controller':
      return {
        controlPlane,
        project: undefined,
        name: subject.shard ?? 'default',
      };
    default:
      return {
        controlPlane,
        project: subject.project,
        stage: subject.stage,
        name: subject.stage,
      };
  }
}
