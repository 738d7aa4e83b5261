import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const START_MS = 30_000;
const POLL_MS = 100;

/** A Prometheus of its own for a test, on a free port of loopback, in a folder that is removed when it stops. */
export class RealPrometheus {
  static readonly isInstalled =
    spawnSync('prometheus', ['--version']).status === 0;

  /** @param config - content of its configuration file */
  static async start(config: string): Promise<RealPrometheus> {
    if (!RealPrometheus.isInstalled) {
      throw new Error(
        'Prometheus is not installed; "apt-get install prometheus" provides it.',
      );
    }
    const folder = fs.mkdtempSync(
      path.join(os.tmpdir(), 'fairway-prometheus-'),
    );
    fs.writeFileSync(path.join(folder, 'prometheus.yml'), config);
    const child = spawn(
      'prometheus',
      [
        `--config.file=${path.join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${path.join(folder, 'data')}`,
        '--web.listen-address=127.0.0.1:0',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let log = '';
    child.stderr.on('data', data => {
      log += data;
    });
    const until = Date.now() + START_MS;
    while (Date.now() < until && child.exitCode === null) {
      const [, address] = /msg="Listening on" address=(\S+)/.exec(log) ?? [];
      if (address && log.includes('Server is ready to receive web requests')) {
        return new RealPrometheus({ child, folder, url: `http://${address}` });
      }
      await delay(POLL_MS);
    }
    child.kill();
    fs.rmSync(folder, { recursive: true, force: true });
    throw new Error(`Prometheus did not start:\n${log}`);
  }

  readonly url: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(options: {
    readonly child: ChildProcess;
    readonly folder: string;
    readonly url: string;
  }) {
    this.url = options.url;
    this.#child = options.child;
    this.#folder = options.folder;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.kill();
      await ended;
    }
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}
