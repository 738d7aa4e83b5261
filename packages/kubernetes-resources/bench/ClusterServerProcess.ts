import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod/v4';

const readySchema = z.object({ url: z.string() });

/** The synthetic API server, as seen from the process that measures. */
export class ClusterServerProcess {
  static async start(options: {
    readonly nodes: number;
    readonly pods: number;
    readonly seed: number;
  }): Promise<ClusterServerProcess> {
    const { nodes, pods, seed } = options;
    const child = fork(
      join(__dirname, 'clusterServer.ts'),
      [nodes, pods, seed].map(String),
      {
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
      },
    );
    const url = await new Promise<string>((resolve, reject) => {
      // The loader that runs TypeScript sends messages of its own.
      child.on('message', message => {
        const ready = readySchema.safeParse(message);
        if (ready.success) {
          resolve(ready.data.url);
        }
      });
      child.once('exit', code => reject(new Error(`server ended: ${code}`)));
    });
    return new ClusterServerProcess(child, url);
  }

  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  stop(): void {
    this.#child.removeAllListeners('exit');
    this.#child.kill();
  }
}
