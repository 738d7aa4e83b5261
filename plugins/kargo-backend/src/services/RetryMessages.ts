import { isFinished, type Promotion } from '@fairway/plugin-kargo-common';
import { LRUCache } from 'lru-cache';

const MAX_KEPT = 2_000;

/** By the position of the step. */
type Messages = ReadonlyMap<number, string>;

/**
 * Remembers what steps said while they were tried again. Kargo overwrites it when they run out of time (issue 7049), and
 * then nobody can say why.
 */
export class RetryMessages {
  readonly #seen = new LRUCache<string, Messages>({ max: MAX_KEPT });

  /** The same promotion; of one that is finished, with what its steps said before. */
  complete(promotion: Promotion): Promotion {
    const seen = this.#seen.get(promotion.uid);
    if (!isFinished(promotion.phase)) {
      const now = messagesOf(promotion);
      if (now.size > 0) {
        this.#seen.set(promotion.uid, new Map([...(seen ?? []), ...now]));
      }
      return promotion;
    }
    if (!seen) return promotion;
    return {
      ...promotion,
      steps: promotion.steps.map((step, index) => ({
        ...step,
        lastMessageBeforeRetry: seen.get(index),
      })),
    };
  }
}

function messagesOf({ steps }: Promotion): Messages {
  return new Map(
    steps.flatMap(({ status, message }, index) =>
      status === 'Running' && message ? [[index, message]] : [],
    ),
  );
}
