import { z } from 'zod/v4';
import { isError } from '@backstage/errors';
import type { KubernetesErrorTypes } from '@backstage/plugin-kubernetes-common';
import type { ClusterResponse } from '../transport/ClusterTransport';
import type { ClusterFailure, FailureReason } from './ClusterAnswer';
import { readableMessage } from './readableMessage';

/** `Status` of the Kubernetes API (apimachinery: pkg/apis/meta/v1/types.go); a few answers leave `kind` out. */
const statusSchema = z.object({
  status: z.literal('Failure'),
  message: z.string().optional(),
  code: z.number().optional(),
  details: z
    .object({
      name: z.string().optional(),
      retryAfterSeconds: z.number().optional(),
      causes: z.array(z.object({ reason: z.string().optional() })).optional(),
    })
    .optional(),
});

type Status = z.infer<typeof statusSchema>;

/** Body of an error of a Backstage backend: the `kubernetes` plugin answered, not the cluster. */
const backstageErrorSchema = z.object({
  error: z.object({ name: z.string(), message: z.string() }),
});

const REASON_BY_STATUS: Readonly<Record<number, FailureReason | undefined>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  405: 'invalid',
  406: 'invalid',
  409: 'conflict',
  410: 'gone',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
};

const ERROR_TYPE_BY_STATUS: Readonly<
  Record<number, KubernetesErrorTypes | undefined>
> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED_ERROR',
  404: 'NOT_FOUND',
  500: 'SYSTEM_ERROR',
};

const SENTENCE_BY_REASON: Readonly<Record<FailureReason, string>> = {
  forbidden: 'The cluster does not allow this',
  unauthorized: 'The cluster did not accept the credential',
  absent: 'The cluster does not serve this resource type',
  'not-found': 'The object does not exist',
  conflict: 'The object was changed or is owned by somebody else',
  invalid: 'The cluster refused the request',
  gone: 'The cluster no longer has, or does not yet have, the version asked for',
  unreachable: 'The cluster could not answer',
};

/** Messages of these reasons are about the request; those of the others are about the insides of the cluster. */
const REASONS_WITH_DETAIL: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
]);

/** What an answer that is not a success means. */
export function failureOfResponse(options: {
  readonly status: number;
  readonly headers: ClusterResponse['headers'];
  readonly text: string;
  readonly path: string;
}): ClusterFailure {
  const { status, headers, text, path } = options;
  const body = parseJson(text);
  if (backstageErrorSchema.safeParse(body).success) {
    return failureOfProxy(status, path);
  }
  const parsed = statusSchema.safeParse(body);
  if (parsed.success) {
    return failureOfStatus({
      status: parsed.data,
      code: status,
      headers,
      path,
    });
  }
  // API servers answer for a group that they do not know in plain text. HTML comes from something else on the way.
  const isPlain = String(headers['content-type'] ?? '').startsWith(
    'text/plain',
  );
  const reason =
    status === 404 && isPlain ? 'absent' : REASON_BY_STATUS[status];
  return failure({
    reason: reason ?? 'unreachable',
    status,
    path,
    detail:
      status >= 300 && status < 400
        ? 'it answered with a redirect, which is not followed'
        : `status ${status}`,
    retryAfterMs: readRetryAfter(headers),
  });
}

/** What an object of kind `Status` means, from an answer or from an event of a watch. */
export function failureOfStatus(options: {
  readonly status: Status;
  readonly code?: number;
  readonly headers?: ClusterResponse['headers'];
  readonly path: string;
}): ClusterFailure {
  const { status, headers = {}, path } = options;
  const code = options.code ?? status.code ?? 500;
  const tooNew = status.details?.causes?.some(
    cause => cause.reason === 'ResourceVersionTooLarge',
  );
  const missing = status.details?.name ? 'not-found' : 'absent';
  const reason =
    code === 404
      ? missing
      : REASON_BY_STATUS[code] ?? (tooNew ? 'gone' : 'unreachable');
  const retryAfterSeconds = status.details?.retryAfterSeconds;
  return failure({
    reason,
    status: code,
    path,
    detail: REASONS_WITH_DETAIL.has(reason) ? status.message : `status ${code}`,
    retryAfterMs:
      readRetryAfter(headers) ??
      (retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000),
  });
}

/** What an event of type `ERROR` means. */
export function failureOfErrorEvent(
  object: unknown,
  path: string,
): ClusterFailure {
  const parsed = statusSchema.safeParse(object);
  return parsed.success
    ? failureOfStatus({ status: parsed.data, path })
    : failureWithoutAnswer('the watch reported an error that cannot be read');
}

/** No answer, or one that cannot be read. The detail is for people. */
export function failureWithoutAnswer(detail: string): ClusterFailure {
  const message = `${SENTENCE_BY_REASON.unreachable} (${readableMessage(
    detail,
  )}).`;
  return {
    result: {
      ok: false,
      reason: 'unreachable',
      message,
      error: { errorType: 'FETCH_ERROR', message },
    },
  };
}

/** Errors of the connection: their messages hold addresses, so only the code is told. */
export function failureOfError(error: unknown): ClusterFailure {
  const code = isError(error) ? error.code : undefined;
  return failureWithoutAnswer(
    typeof code === 'string' ? code : 'the connection failed',
  );
}

function failureOfProxy(status: number, path: string): ClusterFailure {
  const reason =
    status === 401 || status === 403 ? REASON_BY_STATUS[status] : undefined;
  return failure({
    reason: reason ?? 'unreachable',
    status,
    path,
    detail: `the kubernetes plugin answered with status ${status}`,
  });
}

function failure(options: {
  readonly reason: FailureReason;
  readonly status: number;
  readonly path: string;
  readonly detail: string | undefined;
  readonly retryAfterMs?: number;
}): ClusterFailure {
  const { reason, status, path, detail, retryAfterMs } = options;
  const sentence = SENTENCE_BY_REASON[reason];
  return {
    result: {
      ok: false,
      reason,
      message: detail
        ? `${sentence}: ${readableMessage(detail).replace(/\.$/, '')}.`
        : `${sentence}.`,
      error: {
        errorType: ERROR_TYPE_BY_STATUS[status] ?? 'UNKNOWN_ERROR',
        statusCode: status,
        resourcePath: path,
      },
    },
    retryAfterMs,
  };
}

function readRetryAfter(
  headers: ClusterResponse['headers'],
): number | undefined {
  const seconds = Number(headers['retry-after'] ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
