import { ownTurn } from '../api/ownTurn';

const SLICE_MS = 10;

/** Gives the event loop to others when a piece of work has had it for long enough. */
export class TimeSlice {
  #startedMs = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#startedMs > SLICE_MS;
  }

  async rest(): Promise<void> {
    await ownTurn();
    this.#startedMs = performance.now();
  }
}
