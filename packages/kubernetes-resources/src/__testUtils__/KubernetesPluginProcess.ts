import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** The kubernetes plugin in a real backend, seen from a test. */
export class KubernetesPluginProcess {
  static async start(options: {
    readonly clusterUrl: string;
    readonly callerToken: string;
    readonly clusterToken: string;
  }): Promise<KubernetesPluginProcess> {
    const { clusterUrl, callerToken, clusterToken } = options;
    const port = await findFreePort();
    const child = fork(
      resolvePackagePath(
        '@fairway/kubernetes-resources',
        'src/__testUtils__/kubernetesPluginBackend.ts',
      ),
      [String(port), clusterUrl, callerToken, clusterToken],
      {
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        silent: true,
      },
    );
    let output = '';
    child.stdout?.on('data', data => {
      output += data;
    });
    child.stderr?.on('data', data => {
      output += data;
    });
    await new Promise<void>((resolve, reject) => {
      child.on('message', message => message === 'ready' && resolve());
      child.on('exit', () => reject(new Error(`It ended: ${output}`)));
    });
    return new KubernetesPluginProcess(
      child,
      `http://127.0.0.1:${port}/api/kubernetes`,
    );
  }

  readonly baseUrl: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, baseUrl: string) {
    this.#child = child;
    this.baseUrl = baseUrl;
  }

  async stop(): Promise<void> {
    this.#child.removeAllListeners('exit');
    const ended = new Promise(resolve => {
      this.#child.once('exit', resolve);
    });
    this.#child.kill('SIGKILL');
    await ended;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}
