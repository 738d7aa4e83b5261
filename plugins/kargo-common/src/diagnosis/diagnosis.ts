/**
 * Who can do the next step.
 *
 * @public
 */
export type ActingParty =
  | 'developer'
  | 'reviewer'
  | 'repository-admin'
  | 'platform-team'
  | 'kargo-admin'
  | 'argocd-admin'
  | 'nobody';

/**
 * `certain`: the text has this one cause. `likely`: the text has it in most cases. `possible`: worth a first look.
 *
 * @public
 */
export type Confidence = 'certain' | 'likely' | 'possible';

/**
 * Whether the same promotion, verification or discovery may be started again as it is.
 *
 * @public
 */
export type RetrySafety = 'yes' | 'no' | 'after-fix';

/**
 * `failure`: something is wrong. `decision`: somebody, or a gate, said no. `waiting`: not done yet, which is no alarm.
 * `information`: as intended.
 *
 * @public
 */
export type Severity = 'failure' | 'decision' | 'waiting' | 'information';

/**
 * Whether Kargo said no for a reason of the business, or could not do its work.
 *
 * @public
 */
export type FailureNature = 'business' | 'technical' | 'undetermined';

/**
 * A value that a diagnosis rests on, without secrets.
 *
 * @public
 */
export interface Evidence {
  /** Path in the object: `status.stepExecutionMetadata[2].message`. */
  readonly field: string;
  readonly value: string;
  /** ISO 8601. */
  readonly at?: string;
}

/**
 * Names a failure among others.
 *
 * @public
 */
export interface FailureReference {
  readonly controlPlane: string;
  /** Absent on controllers. */
  readonly project: string | undefined;
  /** Absent on warehouses and controllers. */
  readonly stage?: string;
  /** Name of the promotion, stage, warehouse or shard. */
  readonly name: string;
}

/**
 * A failure whose cause is known.
 *
 * @public
 */
export interface ExplainedDiagnosis {
  readonly status: 'explained';
  /** Id of the rule: `git-push.race`. */
  readonly rule: string;
  readonly family: string;
  /** Id of what Kargo was doing, where the text says it: `git-clone.clone`. */
  readonly operation: string | undefined;
  /** Id of the rule of what lies behind, where the message tells that too. */
  readonly rootCause: string | undefined;
  readonly cause: string;
  readonly confidence: Confidence;
  readonly severity: Severity;
  readonly nature: FailureNature;
  readonly evidence: readonly Evidence[];
  readonly nextStep: string;
  readonly whoCanAct: ActingParty;
  readonly safeToRetry: RetrySafety;
  readonly relatedFailures: readonly FailureReference[];
}

/**
 * A failure that no rule knows.
 *
 * @public
 */
export interface UnknownDiagnosis {
  readonly status: 'unknown';
  /** The text without secrets; empty where there is none. */
  readonly raw: string;
  readonly operation: string | undefined;
  readonly nature: FailureNature;
  readonly evidence: readonly Evidence[];
  readonly relatedFailures: readonly FailureReference[];
}

/**
 * Nothing that would have to be explained.
 *
 * @public
 */
export interface NothingWrong {
  readonly status: 'nothing-wrong';
  readonly evidence: readonly Evidence[];
}

/** @public */
export type Diagnosis = ExplainedDiagnosis | UnknownDiagnosis | NothingWrong;
