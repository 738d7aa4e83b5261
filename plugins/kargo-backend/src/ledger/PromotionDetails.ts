import {
  isFinished,
  promotionFinishedId,
  type LedgerPromotion,
} from '@fairway/plugin-kargo-common';
import type { LedgerSource } from './LedgerSource';
import type { LedgerStore } from './LedgerStore';

/** So many promotions are read at the same time, of one control plane. */
const PARALLEL = 8;

/** Reads what rows leave out of promotions whose end the ledger does not have yet, and of no others. */
export class PromotionDetails {
  readonly #store: Pick<LedgerStore, 'findKnownIds'>;
  readonly #source: LedgerSource;

  constructor(options: {
    readonly store: Pick<LedgerStore, 'findKnownIds'>;
    readonly source: LedgerSource;
  }) {
    this.#store = options.store;
    this.#source = options.source;
  }

  /**
   * @returns the promotions in their order, as they are where they are known or gone
   *
   * @throws where one cannot be read now; nothing is recorded without its time and its message
   */
  async of(
    promotions: readonly LedgerPromotion[],
  ): Promise<readonly LedgerPromotion[]> {
    const { name, readPromotion } = this.#source;
    const finished = promotions.filter(({ phase }) => isFinished(phase));
    if (!readPromotion || finished.length === 0) return promotions;
    const idOf = ({ uid }: LedgerPromotion) => promotionFinishedId(name, uid);
    const known = await this.#store.findKnownIds(finished.map(idOf));
    const unknown = finished.filter(item => !known.has(idOf(item)));
    const read = new Map<LedgerPromotion, LedgerPromotion>();
    for (let start = 0; start < unknown.length; start += PARALLEL) {
      await Promise.all(
        unknown.slice(start, start + PARALLEL).map(async item => {
          read.set(item, (await readPromotion(item)) ?? item);
        }),
      );
    }
    return promotions.map(item => read.get(item) ?? item);
  }
}
