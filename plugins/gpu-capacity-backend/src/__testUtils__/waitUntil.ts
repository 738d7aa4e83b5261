import { setTimeout as delay } from 'node:timers/promises';

const TIMEOUT_MS = 10_000;

/** Waits until something holds, and gives up after ten seconds. */
export async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It never came to that');
    await delay(50);
  }
}
