import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as the endpoint got it. */
export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

/** An endpoint on loopback that answers as it is told, and keeps what it was asked. */
export class ModelEndpoint {
  static async start(answer: Answer): Promise<ModelEndpoint> {
    const endpoint = new ModelEndpoint(answer);
    await new Promise<void>(resolve => {
      endpoint.#server.listen(0, '127.0.0.1', resolve);
    });
    return endpoint;
  }

  readonly requests: ReceivedRequest[] = [];
  readonly #server: Server;

  private constructor(answer: Answer) {
    this.#server = createServer(async (request, response) => {
      const received: ReceivedRequest = {
        method: request.method,
        path: request.url,
        headers: request.headers,
        body: JSON.parse(await text(request)),
      };
      this.requests.push(received);
      answer(response, received);
    });
  }

  get baseUrl(): string {
    const address: AddressInfo | string | null = this.#server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The endpoint does not listen');
    }
    return `http://127.0.0.1:${address.port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
    });
  }
}

/** Answers with JSON. */
export function json(body: unknown, status = 200): Answer {
  return response => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

/** Answers as a model does. */
export function says(
  message: {
    readonly content?: string | null;
    readonly refusal?: string | null;
  },
  finishReason = 'stop',
): Answer {
  return json({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_795_262_400,
    model: 'house-model-1',
    choices: [
      {
        index: 0,
        finish_reason: finishReason,
        message: { role: 'assistant', ...message },
      },
    ],
  });
}
