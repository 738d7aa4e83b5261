/**
 * Where the emulator and what acts on it take the time from.
 *
 * @public
 */
export interface Clock {
  now(): Date;
  /** Calls back once after `delayMs`; the returned function cancels it. */
  schedule(delayMs: number, callback: () => void): () => void;
}

/**
 * The time of the machine. Its timers do not keep the process alive.
 *
 * @public
 */
export const systemClock: Clock = {
  now: () => new Date(),
  schedule: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
