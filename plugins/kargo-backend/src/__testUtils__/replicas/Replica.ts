import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Knex } from 'knex';
import {
  replicaAnswerSchema,
  type ReplicaAnswer,
  type ReplicaTask,
} from './replicaTask';

/** A replica of the backend in a process of its own. */
export class Replica {
  /** @param database - that all replicas share; it has the tables already */
  static async start(database: Knex): Promise<Replica> {
    const { connection } = database.client.config;
    const child = fork(join(__dirname, 'replicaProcess.ts'), [], {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      env: {
        ...process.env,
        // Knex hides the password from whoever looks through the settings.
        REPLICA_DATABASE: JSON.stringify({
          connection: { ...connection, password: connection.password },
        }),
      },
    });
    const replica = new Replica(child);
    await replica.#nextAnswer();
    return replica;
  }

  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  run(task: ReplicaTask): Promise<ReplicaAnswer> {
    const answer = this.#nextAnswer();
    this.#child.send(task);
    return answer;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill();
    await once(this.#child, 'exit');
  }

  #nextAnswer(): Promise<ReplicaAnswer> {
    return new Promise((resolve, reject) => {
      const onExit = (status: number | null) =>
        reject(new Error(`The replica ended: ${status}`));
      const onMessage = (message: unknown) => {
        const answer = replicaAnswerSchema.safeParse(message);
        if (!answer.success) return;
        this.#child.off('message', onMessage).off('exit', onExit);
        resolve(answer.data);
      };
      this.#child.on('message', onMessage).once('exit', onExit);
    });
  }
}
