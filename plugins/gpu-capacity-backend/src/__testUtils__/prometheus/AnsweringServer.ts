import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

/** A server on loopback for a test. */
export class AnsweringServer {
  static async start(listener: RequestListener): Promise<AnsweringServer> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new AnsweringServer(server);
  }

  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Host and port. */
  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('the server does not listen');
    }
    return `127.0.0.1:${address.port}`;
  }

  get url(): string {
    return `http://${this.address}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
