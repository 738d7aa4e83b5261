import { setImmediate as nextTurn } from 'node:timers/promises';

/** Heap that is still used after garbage collection, in MB. Needs `node --expose-gc`. */
export async function retainedHeapMb(): Promise<number> {
  if (!globalThis.gc) {
    throw new Error('Run with node --expose-gc');
  }
  for (let round = 0; round < 3; round++) {
    await nextTurn();
    globalThis.gc();
  }
  return process.memoryUsage().heapUsed / 1e6;
}
