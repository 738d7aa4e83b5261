import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { json, stream, text, type Answer } from './ScriptedServer';

/** One exchange with a real API server, as the README of the recordings describes it. */
export interface RecordedExchange {
  readonly title: string;
  readonly request: { readonly method: string; readonly path: string };
  readonly response: {
    readonly status: number;
    readonly headers: Record<string, string>;
    readonly body?: unknown;
    readonly stream?: ReadonlyArray<{ readonly event: unknown }>;
    readonly streamEnd?: { readonly by: 'server' | 'client' };
  };
}

/** Folder of the recordings, where there is one. */
export const recordingsFolder = process.env.FAIRWAY_KUBERNETES_FIXTURES;

export function readRecording(file: string): readonly RecordedExchange[] {
  return JSON.parse(readFileSync(join(recordingsFolder ?? '', file), 'utf8'));
}

/** The exchange whose title begins so. */
export function findExchange(
  recording: readonly RecordedExchange[],
  title: string,
): RecordedExchange {
  const found = recording.find(exchange => exchange.title.startsWith(title));
  if (!found) {
    throw new Error(`No recorded exchange begins with '${title}'`);
  }
  return found;
}

/** Path of the request without its query. */
export function pathOf(exchange: RecordedExchange): string {
  return exchange.request.path.split('?')[0];
}

/** Says what the API server said. */
export function replay({ response }: RecordedExchange): Answer {
  const { status, body } = response;
  const headers = { ...response.headers };
  delete headers['transfer-encoding'];
  if (response.stream) {
    return stream(
      response.stream.map(({ event }) => event),
      response.streamEnd?.by === 'server' ? 'end' : 'stay-open',
    );
  }
  if (headers['content-encoding'] === 'gzip') {
    return answer => {
      answer.writeHead(status, headers);
      answer.end(gzipSync(`${JSON.stringify(body)}\n`));
    };
  }
  return typeof body === 'string'
    ? text(status, body, headers)
    : json(status, body, headers);
}
