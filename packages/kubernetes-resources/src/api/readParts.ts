import type { Readable } from 'node:stream';

/** Waiting for a part that may never come. A race of promises would keep something of each part until the abort. */
class Waiting {
  #resolve: (result: IteratorResult<Buffer>) => void = () => {};

  for(part: Promise<IteratorResult<Buffer>>): Promise<IteratorResult<Buffer>> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      part.then(resolve, reject);
    });
  }

  giveUp(): void {
    this.#resolve({ done: true, value: undefined });
  }
}

/**
 * Parts of a body until its end or the abort.
 *
 * @remarks
 * The body stays alive when nobody reads on: the transport decides what becomes of it.
 */
export async function* readParts(
  body: Readable,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  const parts = body.iterator({ destroyOnReturn: false });
  const waiting = new Waiting();
  const onAbort = () => waiting.giveUp();
  signal?.addEventListener('abort', onAbort);
  try {
    while (!signal?.aborted) {
      const next = await waiting.for(parts.next());
      if (next.done) {
        return;
      }
      yield next.value;
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
