import { setImmediate as nextTurn } from 'node:timers/promises';

let last: Promise<void> = Promise.resolve();

/**
 * Waits for a turn of the event loop that nobody else got from here.
 *
 * @remarks
 * Lists that are read at the same time would otherwise do their pieces of work in the same turn, one after the other, and
 * block the loop for the sum of them.
 */
export function ownTurn(): Promise<void> {
  last = last.then(() => nextTurn());
  return last;
}
