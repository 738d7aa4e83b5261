import type { Clock } from '@fairway/kubernetes-resources/testUtils';

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/**
 * A clock that stands still until it is moved.
 *
 * @public
 */
export class ManualClock implements Clock {
  #nowMs: number;
  #timers: Timer[] = [];

  constructor(start: Date) {
    this.#nowMs = start.getTime();
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  schedule(delayMs: number, callback: () => void): () => void {
    const timer = { dueMs: this.#nowMs + delayMs, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter(other => other !== timer);
    };
  }

  /** Moves on, calling back what falls due in its order. */
  advance(durationMs: number): void {
    const end = this.#nowMs + durationMs;
    for (;;) {
      const [next] = this.#timers
        .filter(timer => timer.dueMs <= end)
        .sort((left, right) => left.dueMs - right.dueMs);
      if (!next) {
        break;
      }
      this.#timers = this.#timers.filter(timer => timer !== next);
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.callback();
    }
    this.#nowMs = end;
  }
}
