import { execFile, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { json as readJson } from 'node:stream/consumers';
import { z } from 'zod/v4';

const run = promisify(execFile);

const USER = 'portal';
const PASSWORD = 'correct-horse-battery';

/**
 * Real repositories of real git behind smart HTTP, with the few answers of Gitea's API that the scaffolder, the catalog
 * and the URL reader ask for. Repositories can only be read with the password.
 */
export class GiteaServer {
  static async start(options: {
    readonly directory: string;
  }): Promise<GiteaServer> {
    const server = createServer();
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new GiteaServer(server, options.directory);
  }

  readonly host: string;
  readonly #directory: string;
  readonly #server: Server;

  private constructor(server: Server, directory: string) {
    const { port } = server.address() as AddressInfo;
    this.host = `127.0.0.1:${port}`;
    this.#directory = directory;
    this.#server = server;
    server.on('request', (request, response) => {
      this.#answer(request, response).catch(error => {
        response.writeHead(500).end(`${error}`);
      });
    });
  }

  /** Configuration of the integration. */
  config(password = PASSWORD) {
    return {
      integrations: {
        gitea: [
          {
            host: this.host,
            baseUrl: `http://${this.host}`,
            username: USER,
            password,
          },
        ],
      },
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async createRepository(name: string): Promise<void> {
    const directory = this.#repository(name);
    await mkdir(directory, { recursive: true });
    await run('git', ['init', '--bare', '-b', 'main', directory]);
    await this.git(name, ['config', 'http.receivepack', 'true']);
  }

  /** Runs git in a repository. */
  async git(name: string, args: readonly string[]): Promise<string> {
    const { stdout } = await run('git', [
      '-C',
      this.#repository(name),
      ...args,
    ]);
    return stdout;
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', `http://${this.host}`);
    if (/^\/.+?\/.+?\/src\/branch\/main$/.test(url.pathname)) {
      // publish:gitea waits for this page, without credentials.
      response.writeHead(200).end();
      return;
    }
    const expected = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
    const given = request.headers.authorization?.replace(/^basic /i, '');
    if (given !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic' }).end();
      return;
    }
    const contents = /^\/api\/v1\/repos\/(.+?\/.+?)\/contents\/(.+)$/.exec(
      url.pathname,
    );
    const smartHttp = /^\/(.+?\/.+?)\.git\//.exec(url.pathname);
    if (contents) {
      await this.#sendContents(response, contents[1], contents[2]);
    } else if (smartHttp) {
      await this.#serveGit(request, response, url, smartHttp[1]);
    } else if (url.pathname === '/api/v1/orgs/demo/repos') {
      const { name } = z
        .object({ name: z.string() })
        .parse(await readJson(request));
      await this.createRepository(`demo/${name}`);
      response.writeHead(201).end('{}');
    } else {
      response.writeHead(200).end('{}');
    }
  }

  async #sendContents(response: ServerResponse, name: string, file: string) {
    const shown = await this.git(name, ['show', `main:${file}`]).catch(
      () => undefined,
    );
    if (shown === undefined) {
      response.writeHead(404).end();
      return;
    }
    const content = Buffer.from(shown).toString('base64');
    response
      .writeHead(200)
      .end(JSON.stringify({ encoding: 'base64', content }));
  }

  async #serveGit(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    name: string,
  ) {
    if (!(await this.#exists(name))) {
      response.writeHead(404).end();
      return;
    }
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.#directory,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: `${request.headers['git-protocol'] ?? ''}`,
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        REMOTE_USER: USER,
      },
    });
    request.pipe(backend.stdin);
    const output = await new Promise<Buffer>((resolve, reject) => {
      const chunks: Buffer[] = [];
      backend.stdout.on('data', chunk => chunks.push(chunk));
      backend.on('error', reject);
      backend.on('close', () => resolve(Buffer.concat(chunks)));
    });
    // RFC 3875: header lines, an empty line, the body.
    const end = output.indexOf('\r\n\r\n');
    for (const line of output.subarray(0, end).toString().split('\r\n')) {
      const [field, value] = line.split(/:\s*/, 2);
      if (field === 'Status') response.statusCode = Number.parseInt(value, 10);
      else response.setHeader(field, value);
    }
    response.end(output.subarray(end + 4));
  }

  async #exists(name: string): Promise<boolean> {
    return this.git(name, ['rev-parse', '--git-dir']).then(
      () => true,
      () => false,
    );
  }

  #repository(name: string): string {
    return path.join(this.#directory, `${name}.git`);
  }
}
