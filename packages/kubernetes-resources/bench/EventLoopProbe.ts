import { setTimeout as sleep } from 'node:timers/promises';
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

const RESOLUTION_MS = 1;

/** The longest time for which the event loop was blocked. */
export class EventLoopProbe {
  static start(): EventLoopProbe {
    return new EventLoopProbe();
  }

  readonly #delays: IntervalHistogram;

  private constructor() {
    this.#delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    this.#delays.enable();
  }

  async stop(): Promise<{ readonly longestBlockMs: number }> {
    // A block is only seen by a timer that fires after it.
    await sleep(20);
    this.#delays.disable();
    return { longestBlockMs: this.#delays.max / 1e6 - RESOLUTION_MS };
  }
}
