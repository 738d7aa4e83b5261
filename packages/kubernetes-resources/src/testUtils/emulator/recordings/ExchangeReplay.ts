import type { KubernetesApiEmulator } from '../KubernetesApiEmulator';
import { comparableBody } from './comparable';
import type { RecordedExchange } from './RecordedExchange';

export const ADMIN_TOKEN = 'admin-token';
export const ALICE_TOKEN = 'alice-token';

/** What is compared of an exchange: status code, content type and the parts of the body that are not incidental. */
export interface Outcome {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: unknown;
}

function contentTypeOf(value: string | null | undefined): string | undefined {
  return value ?? undefined;
}

function parseBody(text: string, contentType: string | undefined): unknown {
  return contentType?.startsWith('application/json') && text !== ''
    ? JSON.parse(text)
    : text;
}

/** The events of a stream without what is incidental. */
function streamOutcome(events: readonly unknown[]): unknown {
  return events.map(event => {
    const { type, object } = event as { type: string; object: unknown };
    return { type, object: comparableBody(object) };
  });
}

export function recordedOutcome({
  request,
  response,
}: RecordedExchange): Outcome {
  const contentType = response.headers['content-type'];
  const isHead = request.method === 'HEAD';
  return {
    status: response.status,
    contentType: contentTypeOf(
      Array.isArray(contentType) ? contentType[0] : contentType,
    ),
    body: response.stream
      ? streamOutcome(response.stream.map(({ event }) => event))
      : isHead || comparableBody(response.body),
  };
}

/** Sends a recorded request to an emulator and gives what is comparable of its answer. */
export async function replayedOutcome(
  url: string,
  { request, response: recorded }: RecordedExchange,
  options: { readonly anonymous?: boolean } = {},
): Promise<Outcome> {
  const authorization =
    request.headers.authorization ?? `Bearer ${ADMIN_TOKEN}`;
  const { authorization: _authorization, ...headers } = request.headers;
  const body =
    request.body === undefined || typeof request.body === 'string'
      ? request.body
      : JSON.stringify(request.body);
  const response = await fetch(`${url}${request.path}`, {
    method: request.method,
    headers: {
      accept: 'application/json',
      ...headers,
      ...(!options.anonymous && {
        authorization: authorization.replace('<token of alice>', ALICE_TOKEN),
      }),
    },
    body,
    redirect: 'manual',
  });
  const text = await response.text();
  const contentType = contentTypeOf(response.headers.get('content-type'));
  if (recorded.stream && response.ok) {
    const lines = text.split('\n').filter(line => line !== '');
    return {
      status: response.status,
      contentType,
      body: streamOutcome(lines.map(line => JSON.parse(line))),
    };
  }
  return {
    status: response.status,
    contentType,
    body:
      request.method === 'HEAD' || comparableBody(parseBody(text, contentType)),
  };
}

/** Moves the emulator to the revision that the recorded answer was given at. */
export function catchUp(
  emulator: KubernetesApiEmulator,
  { response }: RecordedExchange,
): void {
  const match = /"resourceVersion":\s*"(\d+)"/.exec(
    JSON.stringify(
      (response.body as { metadata?: unknown } | undefined)?.metadata ?? {},
    ),
  );
  if (match) {
    emulator.store.advanceTo(Number(match[1]));
  }
}
