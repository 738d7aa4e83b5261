export {
  SHARED_CAUSE_KINDS,
  correlate,
  withRelatedFailures,
  type CorrelatedFailure,
  type SharedCause,
  type SharedCauseKind,
} from './correlate';
export { correlatedFailureOf } from './correlatedFailure';
export { diagnose } from './diagnose';
export type {
  ActingParty,
  Confidence,
  Diagnosis,
  Evidence,
  ExplainedDiagnosis,
  FailureNature,
  FailureReference,
  NothingWrong,
  RetrySafety,
  Severity,
  UnknownDiagnosis,
} from './diagnosis';
export { failureNature } from './nature';
export { DIAGNOSIS_OPERATIONS } from './operations';
export { redact, redactExcerpt } from './redact';
export type { DiagnosisRule, Operation } from './rule';
export { DIAGNOSIS_RULES } from './rules';
export { stripWrappers, type StrippedMessage } from './stripWrappers';
export type {
  ConditionEvidence,
  ControllerEvidence,
  DiagnosisSubject,
  PromotionEvidence,
  StageHealthEvidence,
  StepEvidence,
  SubjectKind,
  VerificationEvidence,
  WarehouseEvidence,
} from './subject';
export { unknownShare } from './unknownShare';
export { isInVersionRange, type VersionRange } from './versionRange';
