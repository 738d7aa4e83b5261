import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const STOP_GRACE_MS = 5_000;
const TAIL_LINES = 25;

/** A long-running child with everything it starts: one process group, one log file, one stop. */
export class ManagedProcess {
  #child;
  #logFile;
  #exited;

  /** @param {{name: string, command: string, args: string[], cwd: string, env?: object, logFile: string, verbose?: boolean}} options */
  constructor(options) {
    this.name = options.name;
    this.#logFile = options.logFile;
    fs.mkdirSync(path.dirname(options.logFile), { recursive: true });
    const log = fs.createWriteStream(options.logFile);
    // A process group of its own, so that nothing it starts can outlive it.
    this.#child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', data => {
        log.write(data);
        if (options.verbose) process.stdout.write(data);
      });
    }
    this.#exited = new Promise(resolve => {
      this.#child.once('error', error => resolve(String(error)));
      this.#child.once('exit', (code, signal) =>
        resolve(signal ? `signal ${signal}` : `exit status ${code}`),
      );
    });
  }

  /** Settles with the reason when the process ends. */
  get exited() {
    return this.#exited;
  }

  /** What a person needs to see when the process ended unexpectedly. */
  report(reason) {
    const lines = fs.readFileSync(this.#logFile, 'utf8').trimEnd().split('\n');
    return [
      `The ${
        this.name
      } ended unexpectedly (${reason}). Its last lines (all in ${
        this.#logFile
      }):`,
      ...lines.slice(-TAIL_LINES).map(line => `  ${line}`),
    ].join('\n');
  }

  /** Ends the whole process group; asks first. */
  async stop() {
    if (this.#child.pid === undefined) return;
    const grace = setTimeout(() => this.#signal('SIGKILL'), STOP_GRACE_MS);
    this.#signal('SIGTERM');
    await this.#exited;
    clearTimeout(grace);
    // Grandchildren that survived the polite request.
    this.#signal('SIGKILL');
  }

  #signal(signal) {
    try {
      process.kill(-this.#child.pid, signal);
    } catch (error) {
      // The group is gone.
      if (error.code !== 'ESRCH') throw error;
    }
  }
}
