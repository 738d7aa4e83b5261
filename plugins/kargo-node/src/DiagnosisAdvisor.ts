import type { Advice, AdviceEvidence } from '@fairway/plugin-kargo-common';

/**
 * Why an advisor gave no advice.
 *
 * @remarks
 * `refused`: the model will not answer. `empty`, `garbage`, `cut-off`, `too-large`: what it answered is no advice.
 * `rejected`: the endpoint does not take the request. The others say what is wrong with the way to the endpoint.
 *
 * @public
 */
export type AdvisorFailureKind =
  | 'refused'
  | 'empty'
  | 'garbage'
  | 'cut-off'
  | 'too-large'
  | 'rejected'
  | 'unauthorized'
  | 'rate-limited'
  | 'endpoint-failed'
  | 'unreachable'
  | 'timed-out'
  | 'aborted';

/**
 * A failure as it may be logged: it holds nothing of what was sent or answered.
 *
 * @public
 */
export interface AdvisorFailure {
  readonly kind: AdvisorFailureKind;
  /** Status of the answer, where there was one. */
  readonly httpStatus?: number;
}

/**
 * Advice, or why there is none.
 *
 * @public
 */
export type AdvisorAnswer =
  | { readonly status: 'advice'; readonly advice: Advice }
  | { readonly status: 'failed'; readonly failure: AdvisorFailure };

/**
 * Somebody who looks at a diagnosis and adds a summary in plain language and questions to check; a model, as a rule. It
 * reads, and has no means to act.
 *
 * @public
 */
export interface DiagnosisAdvisor {
  /** Name of the model, as people see it beside the advice. */
  readonly model: string;

  /**
   * Advises once. What fails is an answer, not an exception.
   *
   * @param request - `evidence`: without secrets already; `signal`: ends the work where nobody waits for it any more
   */
  advise(request: {
    readonly evidence: AdviceEvidence;
    readonly signal: AbortSignal;
  }): Promise<AdvisorAnswer>;
}
