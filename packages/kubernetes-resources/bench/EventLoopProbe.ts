import { setTimeout as sleep } from 'node:timers/promises';

const RESOLUTION_MS = 1;

/** How long the event loop was blocked at most. */
export interface LongestBlock {
  /** As a request that waits sees it. On a machine that is busy with other things, their time is in it. */
  readonly longestBlockMs: number;
  /** At most so much of a block was work of this process. */
  readonly longestBusyBlockMs: number;
}

export class EventLoopProbe {
  static start(): EventLoopProbe {
    return new EventLoopProbe();
  }

  readonly #timer: NodeJS.Timeout;
  #beforeMs = performance.now();
  #cpuBefore = process.cpuUsage();
  #longestBlockMs = 0;
  #longestBusyBlockMs = 0;

  private constructor() {
    this.#timer = setInterval(() => this.#look(), RESOLUTION_MS);
  }

  async stop(): Promise<LongestBlock> {
    // A block is only seen by a timer that fires after it.
    await sleep(20);
    clearInterval(this.#timer);
    return {
      longestBlockMs: this.#longestBlockMs,
      longestBusyBlockMs: this.#longestBusyBlockMs,
    };
  }

  #look(): void {
    const nowMs = performance.now();
    const blockMs = nowMs - this.#beforeMs - RESOLUTION_MS;
    const { user, system } = process.cpuUsage(this.#cpuBefore);
    const busyMs = Math.min(blockMs, (user + system) / 1000);
    this.#longestBlockMs = Math.max(this.#longestBlockMs, blockMs);
    this.#longestBusyBlockMs = Math.max(this.#longestBusyBlockMs, busyMs);
    this.#beforeMs = nowMs;
    this.#cpuBefore = process.cpuUsage();
  }
}
