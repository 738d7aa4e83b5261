import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { z } from 'zod/v4';

/** A script in a process of its own, which sends one message when it is ready or done. */
export class MeasuringProcess<T> {
  static async start<T>(options: {
    /** Path of the script. */
    readonly script: string;
    readonly arguments?: readonly string[];
    readonly message: z.ZodType<T>;
  }): Promise<MeasuringProcess<T>> {
    const child = fork(options.script, options.arguments ?? [], {
      execArgv: [
        '--expose-gc',
        '--max-old-space-size=8192',
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
    });
    const message = await new Promise<T>((resolve, reject) => {
      // The loader that runs TypeScript sends messages of its own.
      child.on('message', received => {
        const expected = options.message.safeParse(received);
        if (expected.success) resolve(expected.data);
      });
      child.once('exit', code =>
        reject(new Error(`${options.script} ended: ${code}`)),
      );
    });
    return new MeasuringProcess(child, message);
  }

  readonly message: T;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, message: T) {
    this.#child = child;
    this.message = message;
  }

  send(message: string): void {
    this.#child.send(message);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill();
    await once(this.#child, 'exit');
  }
}
