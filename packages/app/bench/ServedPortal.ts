import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(__dirname, '../../..');
const NODE_TRANSFORM = require.resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);
const READY_TIMEOUT_MS = 120_000;
const POLL_MS = 100;

const entity = (project: string) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${project}
  annotations:
    kargo/project: ${project}
spec:
  type: service
  lifecycle: production
  owner: platform
`;

/**
 * The portal as it runs in production: the demo's backend in a process of its own, which serves the built app and watches
 * a control plane in another one.
 */
export class ServedPortal {
  static async start(options: {
    /** A script that listens on loopback, sends a message with its `url`, and sends events once it gets one. */
    readonly controlPlane: string;
    readonly project: string;
  }): Promise<ServedPortal> {
    const { controlPlane, project } = options;
    const folder = fs.mkdtempSync(path.join(tmpdir(), 'fairway-tab-'));
    const server = fork(controlPlane, [], {
      execArgv: ['--require', NODE_TRANSFORM],
    });
    const url = await sentUrl(server);
    const port = await freePort();
    const catalogFile = path.join(folder, 'entity.yaml');
    const configFile = path.join(folder, 'app-config.json');
    const logFile = path.join(folder, 'backend.log');
    fs.writeFileSync(catalogFile, entity(project));
    fs.writeFileSync(
      configFile,
      JSON.stringify(portalConfig({ port, clusterUrl: url, catalogFile })),
    );
    const log = fs.openSync(logFile, 'w');
    const backend = spawn(
      process.execPath,
      [
        '--require',
        NODE_TRANSFORM,
        'src/index.ts',
        '--config',
        path.join(ROOT, 'app-config.yaml'),
        '--config',
        configFile,
      ],
      {
        cwd: path.join(ROOT, 'packages/backend'),
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', log, log],
      },
    );
    fs.closeSync(log);
    const portal = new ServedPortal({
      baseUrl: `http://localhost:${port}`,
      processes: [backend, server],
      folder,
    });
    await portal.#untilReady(backend, logFile);
    server.send('begin');
    return portal;
  }

  readonly baseUrl: string;
  readonly #processes: readonly ChildProcess[];
  readonly #folder: string;

  private constructor(options: {
    readonly baseUrl: string;
    readonly processes: readonly ChildProcess[];
    readonly folder: string;
  }) {
    this.baseUrl = options.baseUrl;
    this.#processes = options.processes;
    this.#folder = options.folder;
  }

  async #untilReady(backend: ChildProcess, logFile: string): Promise<void> {
    const untilMs = performance.now() + READY_TIMEOUT_MS;
    while (performance.now() < untilMs && backend.exitCode === null) {
      const ready = await fetch(
        `${this.baseUrl}/.backstage/health/v1/readiness`,
      ).then(
        response => response.ok,
        () => false,
      );
      if (ready) return;
      await sleep(POLL_MS);
    }
    const said = fs.readFileSync(logFile, 'utf8').slice(-2_000);
    await this.stop();
    throw new Error(`The backend did not start: ${said}`);
  }

  async stop(): Promise<void> {
    for (const child of this.#processes) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill();
        await once(child, 'exit');
      }
    }
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}

function portalConfig(options: {
  readonly port: number;
  readonly clusterUrl: string;
  readonly catalogFile: string;
}): object {
  const { port, clusterUrl, catalogFile } = options;
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    auth: {
      providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
    },
    backend: { baseUrl, listen: { host: 'localhost', port } },
    catalog: { locations: [{ type: 'file', target: catalogFile }] },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'synthetic',
              url: clusterUrl,
              authProvider: 'serviceAccount',
              serviceAccountToken: 'bench',
            },
          ],
        },
      ],
    },
  };
}

function sentUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: unknown) => {
      // The loader that runs TypeScript sends messages of its own.
      if (
        typeof message === 'object' &&
        message !== null &&
        'url' in message &&
        typeof message.url === 'string'
      ) {
        resolve(message.url);
      }
    });
    child.once('exit', code =>
      reject(new Error(`The control plane ended: ${code}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('There is no free port')),
      );
    });
  });
}
