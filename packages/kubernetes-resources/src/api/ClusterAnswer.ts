import type { ResourceFailure, ResourceResult } from '../service';

export type FailureReason = ResourceFailure['reason'];

/** A result that failed. */
export type FailedResult = Extract<
  ResourceResult<never>,
  { readonly ok: false }
>;

/** Why a request failed, and when the server wants to see the next one. */
export interface ClusterFailure {
  readonly result: FailedResult;
  readonly retryAfterMs?: number;
}

export type ClusterAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ClusterFailure };

export function toResult<T>(answer: ClusterAnswer<T>): ResourceResult<T> {
  return answer.ok ? answer : answer.failure.result;
}
