import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { JsonObject } from '@backstage/types';
import { stringify as stringifyYaml } from 'yaml';

/** An answer that is not a stream. */
export interface HttpAnswer {
  readonly code: number;
  readonly body: JsonObject | string | undefined;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly yaml?: boolean;
}

/** Above this size the real server compresses (`defaultGzipThresholdBytes`). */
const GZIP_THRESHOLD_BYTES = 128 * 1024;

function render(answer: HttpAnswer): { text: string; contentType: string } {
  if (answer.body === undefined) {
    return { text: '', contentType: answer.contentType ?? '' };
  }
  if (typeof answer.body === 'string') {
    return {
      text: answer.body,
      contentType: answer.contentType ?? 'text/plain; charset=utf-8',
    };
  }
  return answer.yaml
    ? {
        text: stringifyYaml(answer.body),
        contentType: 'application/yaml',
      }
    : {
        text: `${JSON.stringify(answer.body)}\n`,
        contentType: answer.contentType ?? 'application/json',
      };
}

export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: HttpAnswer,
): void {
  const { text, contentType } = render(answer);
  const plain = Buffer.from(text);
  const compress =
    plain.length > GZIP_THRESHOLD_BYTES &&
    /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = compress ? gzipSync(plain, { level: 1 }) : plain;
  response.writeHead(answer.code, {
    ...(contentType && { 'Content-Type': contentType }),
    ...(compress && {
      'Content-Encoding': 'gzip',
      Vary: 'Accept-Encoding',
    }),
    ...(bytes.length > 0 && { 'Content-Length': String(bytes.length) }),
    ...answer.headers,
  });
  response.end(bytes);
}
