import type { Clock } from '@fairway/kubernetes-resources/testUtils';

/** In the past, work took minutes where the demo shows seconds. */
const HISTORY_PACE = 60;

/**
 * The time of the demo: set by hand while history is made, and the time of the machine afterwards.
 *
 * Timers run `speed` times faster than the durations that controllers ask for; time stamps stay true.
 */
export class DemoClock implements Clock {
  readonly #base: Clock;
  readonly #speed: number;
  #past: Date | undefined;

  constructor(options: { readonly base: Clock; readonly speed: number }) {
    this.#base = options.base;
    this.#speed = options.speed;
  }

  now(): Date {
    return this.#past ?? this.#base.now();
  }

  schedule(delayMs: number, callback: () => void): () => void {
    return this.#base.schedule(delayMs / this.#speed, callback);
  }

  /** How long something that takes `durationMs` takes now. */
  scaled(durationMs: number): number {
    return this.#past ? durationMs * HISTORY_PACE : durationMs / this.#speed;
  }

  /** Plays the time before now in steps, oldest first. */
  replayPast(options: {
    readonly durationMs: number;
    readonly stepMs: number;
    readonly tick: () => void;
  }): void {
    const end = this.#base.now().getTime();
    for (
      let time = end - options.durationMs;
      time < end;
      time += options.stepMs
    ) {
      this.#past = new Date(time);
      options.tick();
    }
    this.#past = undefined;
  }
}
