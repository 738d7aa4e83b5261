import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const RECORDER = fileURLToPath(new URL('lifeRecorder.cjs', import.meta.url));
const POLL_MS = 100;
// A process that is started anew, after a change of a file, is gone for a moment.
const RESTART_GRACE_MS = 3_000;

/**
 * The life of a process that is not our own child. `backstage-cli package start` starts the backend, and when that ends it
 * waits for a change of a file, so nobody who started the CLI hears of it.
 */
export class Life {
  #file;
  #graceMs;

  /** @param {{file: string, graceMs?: number}} options the file in which the process records its life, and how long it may be gone */
  constructor(options) {
    this.#file = options.file;
    this.#graceMs = options.graceMs ?? RESTART_GRACE_MS;
  }

  /** Forgets an earlier process. */
  begin() {
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    fs.rmSync(this.#file, { force: true });
  }

  /** The argument of Node, or of the CLI, with which the process records its life. */
  get arg() {
    return `--require=${RECORDER}`;
  }

  /** What the process needs in its environment for it. */
  get env() {
    return { FAIRWAY_LIFE_FILE: this.#file };
  }

  /**
   * Settles with the reason when the process has ended and no other takes its place: by a signal at any time, in another way
   * only until it was ready. Later that may be a mistake in a file that somebody edits.
   * @param {{isReady: () => boolean, signal?: AbortSignal}} options
   */
  async ended({ isReady, signal }) {
    let reason;
    let sinceMs = Date.now();
    while (!signal?.aborted) {
      const now = this.#reasonOfEnd(isReady());
      if (now !== reason) sinceMs = Date.now();
      reason = now;
      if (reason && Date.now() - sinceMs >= this.#graceMs) return reason;
      await delay(POLL_MS);
    }
    return undefined;
  }

  #reasonOfEnd(wasReady) {
    const { pid, status } = this.#record();
    if (pid === undefined) return undefined;
    if (status !== undefined) {
      return wasReady ? undefined : `exit status ${status}`;
    }
    return isAlive(pid) ? undefined : 'killed by a signal';
  }

  #record() {
    try {
      return JSON.parse(fs.readFileSync(this.#file, 'utf8'));
    } catch {
      // Not there yet, or just being written.
      return {};
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
