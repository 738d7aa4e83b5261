import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod/v4';
import type { HistoryEvent } from './demoHistory';

const BATCH_SIZE = 500;
const RETRY_MS = 2_000;

const reportSchema = z.object({
  rejected: z.array(z.object({ index: z.number(), reason: z.string() })),
});

/** Sends history the way the company's other tools would: CloudEvents over HTTP, until the receiver is there. */
export class HistorySender {
  readonly #url: string;
  readonly #token: string;
  readonly #retryMs: number;

  constructor(options: {
    readonly url: string;
    readonly token: string;
    readonly retryMs?: number;
  }) {
    this.#url = options.url;
    this.#token = options.token;
    this.#retryMs = options.retryMs ?? RETRY_MS;
  }

  /**
   * Ends when everything was accepted, or when the signal says so.
   *
   * @throws Error where the receiver refuses an event: sending it again would not help
   */
  async send(
    events: readonly HistoryEvent[],
    options: { readonly signal: AbortSignal },
  ): Promise<void> {
    for (let first = 0; first < events.length; first += BATCH_SIZE) {
      await this.#sendBatch(
        events.slice(first, first + BATCH_SIZE),
        options.signal,
      );
    }
  }

  async #sendBatch(
    batch: readonly HistoryEvent[],
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: {
          'content-type': 'application/cloudevents-batch+json',
          authorization: `Bearer ${this.#token}`,
        },
        body: JSON.stringify(batch),
        signal,
      }).catch(() => undefined);
      if (response?.ok) {
        const { rejected } = reportSchema.parse(await response.json());
        if (rejected.length > 0) {
          throw new Error(`The receiver refused: ${rejected[0].reason}`);
        }
        return;
      }
      if (response && response.status >= 400 && response.status < 500) {
        // Not there yet answers 404 while the receiver starts; anything else stays as it is.
        if (response.status !== 404) {
          throw new Error(`The receiver answered ${response.status}`);
        }
      }
      await delay(this.#retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
