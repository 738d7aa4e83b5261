import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest time for which the event loop is held up, but for the item that is being worked on. */
const SLICE_MS = 8;

/**
 * Works off items in their order, in slices of time, each in a turn of the event loop of its own. Ends when all are done,
 * or with the error of the first item that fails.
 *
 * @param options - `now`: in milliseconds since any moment
 */
export async function inTurns<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  options: { readonly now?: () => number } = {},
): Promise<void> {
  const { now = () => performance.now() } = options;
  let until = -Infinity;
  for (const item of items) {
    if (now() >= until) {
      await nextTurn();
      until = now() + SLICE_MS;
    }
    work(item);
  }
}
