import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzip } from 'node:zlib';
import type {
  ClusterRequest,
  ClusterResponse,
  ClusterTransport,
} from '../transport/ClusterTransport';
import type { ClusterAnswer, ClusterFailure } from './ClusterAnswer';
import {
  failureOfError,
  failureOfResponse,
  failureWithoutAnswer,
} from './clusterFailure';
import { ownTurn } from './ownTurn';

/** A little more than the 60 s after which an API server gives up a request. */
const SILENCE_MS = 65_000;

/** Attempts of a request that the server put off, or that the connection lost. */
const MAX_ATTEMPTS = 3;

/** A server that asks for a longer pause gets it from the caller, who knows why it asks. */
const MAX_PAUSE_MS = 5_000;

const PAUSE_MS = 200;

/** Parsing more than this takes long enough to have a turn of its own. */
const LARGE_BYTES = 256 * 1024;

/** An answer that was received whole. */
export interface JsonAnswer {
  readonly body: unknown;
  readonly bytes: number;
}

/** Requests that are answered with one JSON document. */
export class ClusterRequests {
  static create(options: {
    readonly transport: ClusterTransport;
  }): ClusterRequests {
    return new ClusterRequests(options.transport);
  }

  readonly #transport: ClusterTransport;

  private constructor(transport: ClusterTransport) {
    this.#transport = transport;
  }

  get transport(): ClusterTransport {
    return this.#transport;
  }

  async get(options: {
    readonly path: string;
    readonly query?: URLSearchParams;
    readonly accept?: string;
    readonly signal?: AbortSignal;
  }): Promise<ClusterAnswer<JsonAnswer>> {
    return this.#sendWithRetries({
      method: 'GET',
      path: options.path,
      query: options.query ?? new URLSearchParams(),
      headers: {
        accept: options.accept ?? 'application/json',
        'accept-encoding': 'gzip',
      },
      signal: options.signal,
      silenceMs: SILENCE_MS,
    });
  }

  async apply(options: {
    readonly path: string;
    readonly query: URLSearchParams;
    readonly body: string;
  }): Promise<ClusterAnswer<JsonAnswer>> {
    return this.#sendWithRetries({
      method: 'PATCH',
      path: options.path,
      query: options.query,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'content-type': 'application/apply-patch+yaml',
      },
      body: options.body,
      silenceMs: SILENCE_MS,
    });
  }

  /** Not repeated: an answer that is lost does not mean that nothing was made. */
  async post(options: {
    readonly path: string;
    readonly body: string;
    readonly headers: ClusterRequest['headers'];
  }): Promise<ClusterAnswer<JsonAnswer>> {
    return this.#write('POST', 'application/json', options);
  }

  /** A merge patch, not repeated: somebody else may have changed the object meanwhile. */
  async patch(options: {
    readonly path: string;
    readonly body: string;
    readonly headers: ClusterRequest['headers'];
  }): Promise<ClusterAnswer<JsonAnswer>> {
    return this.#write('PATCH', 'application/merge-patch+json', options);
  }

  async #write(
    method: 'POST' | 'PATCH',
    contentType: string,
    options: Pick<ClusterRequest, 'path' | 'body' | 'headers'>,
  ): Promise<ClusterAnswer<JsonAnswer>> {
    return this.#send({
      method,
      path: options.path,
      query: new URLSearchParams(),
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'content-type': contentType,
        ...options.headers,
      },
      body: options.body,
      silenceMs: SILENCE_MS,
    });
  }

  // Reads and server-side applies give the same result when they are repeated.
  async #sendWithRetries(
    request: ClusterRequest,
  ): Promise<ClusterAnswer<JsonAnswer>> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#send(request);
      if (answer.ok || attempt >= MAX_ATTEMPTS || request.signal?.aborted) {
        return answer;
      }
      const pauseMs = pauseBefore(answer.failure);
      if (pauseMs === undefined) {
        return answer;
      }
      await sleep(pauseMs);
    }
  }

  async #send(request: ClusterRequest): Promise<ClusterAnswer<JsonAnswer>> {
    let response: ClusterResponse;
    let buffer: Buffer;
    try {
      response = await this.#transport.send(request);
      buffer = await readBody(response);
    } catch (error) {
      return { ok: false, failure: failureOfError(error) };
    }
    if (response.status < 200 || response.status > 299) {
      return {
        ok: false,
        failure: failureOfResponse({
          status: response.status,
          headers: response.headers,
          text: buffer.toString(),
          path: request.path,
        }),
      };
    }
    if (buffer.length > LARGE_BYTES) {
      await ownTurn();
    }
    try {
      const body: unknown = JSON.parse(buffer.toString());
      return { ok: true, value: { body, bytes: buffer.length } };
    } catch {
      return {
        ok: false,
        failure: failureWithoutAnswer('the answer is not valid JSON'),
      };
    }
  }
}

/** The whole body, decompressed outside of the event loop. */
export async function readBody(response: ClusterResponse): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of response.body) {
    parts.push(part);
  }
  const body = Buffer.concat(parts);
  return response.headers['content-encoding'] === 'gzip'
    ? promisify(gunzip)(body)
    : body;
}

function pauseBefore(failure: ClusterFailure): number | undefined {
  const { result, retryAfterMs } = failure;
  if (result.reason !== 'unreachable') {
    return undefined;
  }
  if (retryAfterMs !== undefined) {
    return retryAfterMs <= MAX_PAUSE_MS ? retryAfterMs : undefined;
  }
  return result.error.errorType === 'FETCH_ERROR' ? PAUSE_MS : undefined;
}
