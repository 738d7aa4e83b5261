import { spawn } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import type { Request } from 'express';
import { isMissing, missingGit } from './gitCommand';

interface CgiHead {
  readonly status: number;
  readonly headers: ReadonlyArray<readonly [string, string]>;
}

function parseHead(text: string): CgiHead {
  const headers = text.split(/\r?\n/).flatMap(line => {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    return name ? [[name, value] as const] : [];
  });
  const status = headers.find(([name]) => name.toLowerCase() === 'status');
  return {
    status: status ? Number.parseInt(status[1], 10) : 200,
    headers: headers.filter(header => header !== status),
  };
}

/** Answers a smart HTTP request of a git client by running `git http-backend` as a CGI program. */
export function runGitHttpBackend(options: {
  readonly request: Request;
  readonly response: ServerResponse;
  readonly root: string;
  /** Below the root, for example `/demo/shop.git/info/refs`. */
  readonly path: string;
  readonly user: string | undefined;
}): Promise<void> {
  const { request, response, root, path, user } = options;
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: new URL(request.url, 'http://forge').search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.get('content-type') ?? '',
      CONTENT_LENGTH: request.get('content-length') ?? '',
      HTTP_CONTENT_ENCODING: request.get('content-encoding') ?? '',
      GIT_PROTOCOL: request.get('git-protocol') ?? '',
      REMOTE_ADDR: '127.0.0.1',
      ...(user !== undefined && { REMOTE_USER: user }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    let started = false;
    child.once('error', error =>
      reject(isMissing(error) ? missingGit() : error),
    );
    child.stdout.on('data', (chunk: Buffer) => {
      if (started) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) {
        return;
      }
      started = true;
      const { status, headers } = parseHead(head.subarray(0, end).toString());
      response.statusCode = status;
      for (const [name, value] of headers) {
        response.setHeader(name, value);
      }
      response.write(head.subarray(end + 4));
    });
    child.once('close', () => {
      if (!started) {
        response.statusCode = 500;
      }
      response.end();
      resolve();
    });
    // git stops reading where it has seen enough; that is no fault of ours.
    child.stdin.on('error', () => {});
    request.pipe(child.stdin);
    response.once('close', () => child.kill());
  });
}
