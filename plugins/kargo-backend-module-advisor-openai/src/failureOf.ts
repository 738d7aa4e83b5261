import type {
  AdvisorFailure,
  AdvisorFailureKind,
} from '@fairway/plugin-kargo-node';
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
} from 'openai';
import { AnswerTooLargeError } from './boundedFetch';

const BY_STATUS: Readonly<Record<number, AdvisorFailureKind>> = {
  401: 'unauthorized',
  403: 'unauthorized',
  408: 'timed-out',
  429: 'rate-limited',
  504: 'timed-out',
};

/** What went wrong on the way to the model, without what was sent or answered. */
export function failureOf(
  error: unknown,
  signals: { readonly caller: AbortSignal; readonly deadline: AbortSignal },
): AdvisorFailure {
  // The signals know why the request ended; the errors of an abort differ by where it was.
  if (signals.caller.aborted) return { kind: 'aborted' };
  if (signals.deadline.aborted) return { kind: 'timed-out' };
  if (error instanceof AnswerTooLargeError) return { kind: 'too-large' };
  if (error instanceof APIConnectionTimeoutError) return { kind: 'timed-out' };
  if (error instanceof APIConnectionError) return { kind: 'unreachable' };
  if (error instanceof APIError && typeof error.status === 'number') {
    const { status } = error;
    const kind =
      BY_STATUS[status] ?? (status < 500 ? 'rejected' : 'endpoint-failed');
    return { kind, httpStatus: status };
  }
  if (error instanceof SyntaxError) return { kind: 'garbage' };
  return { kind: 'unreachable' };
}
