import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What the server was asked. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Whether the client hung up before the answer was complete. */
  isAborted: boolean;
}

export type Answer = (response: ServerResponse, request: SeenRequest) => void;

/**
 * An HTTP server that says what a test tells it to say, byte for byte.
 *
 * @remarks
 * Each route has a queue of answers; the last one repeats. A route is `GET /path`, `PATCH /path` or `WATCH /path`.
 */
export class ScriptedServer {
  static async start(options?: {
    readonly tls: { readonly cert: string; readonly key: string };
  }): Promise<ScriptedServer> {
    const server = options ? createTlsServer(options.tls) : createServer();
    const scripted = new ScriptedServer(server, options ? 'https' : 'http');
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return scripted;
  }

  readonly requests: SeenRequest[] = [];
  readonly #server: Server;
  readonly #scheme: 'http' | 'https';
  readonly #answers = new Map<string, Answer[]>();

  private constructor(server: Server, scheme: 'http' | 'https') {
    this.#server = server;
    this.#scheme = scheme;
    server.on('request', async (request, response: ServerResponse) => {
      let body = '';
      for await (const part of request) {
        body += part;
      }
      const url = new URL(request.url ?? '/', 'http://localhost');
      const seen: SeenRequest = {
        method: request.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body,
        isAborted: false,
      };
      response.on('close', () => {
        seen.isAborted = !response.writableFinished;
      });
      this.requests.push(seen);
      this.#next(routeOf(seen))(response, seen);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#scheme}://127.0.0.1:${port}`;
  }

  on(route: string, ...answers: Answer[]): this {
    this.#answers.set(route, answers);
    return this;
  }

  seen(route: string): readonly SeenRequest[] {
    return this.requests.filter(request => routeOf(request) === route);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #next(route: string): Answer {
    const queue = this.#answers.get(route) ?? [];
    return (
      (queue.length > 1 ? queue.shift() : queue[0]) ??
      text(404, '404 page not found\n')
    );
  }
}

function routeOf({ method, query, path }: SeenRequest): string {
  return `${query.has('watch') ? 'WATCH' : method} ${path}`;
}

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Answer {
  return response => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(`${JSON.stringify(body)}\n`);
  };
}

export function text(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Answer {
  return response => {
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      ...headers,
    });
    response.end(body);
  };
}

/** Events of a watch, one after the other, and how it goes on after them. */
export function stream(
  events: readonly unknown[],
  then: 'end' | 'stay-open' | 'cut' | 'cut-inside-event',
): Answer {
  return response => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    for (const event of events) {
      response.write(`${JSON.stringify(event)}\n`);
    }
    if (then === 'end') {
      response.end();
    } else if (then === 'cut-inside-event') {
      response.write('{"type":"MODIFIED","object":{"metad', () =>
        response.destroy(),
      );
    } else if (then === 'cut') {
      response.write('', () => response.destroy());
    }
  };
}
