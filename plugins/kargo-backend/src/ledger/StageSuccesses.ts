import type {
  LedgerFreight,
  LedgerPromotion,
  StageContent,
} from '@fairway/plugin-kargo-common';

interface Success {
  readonly promotion: LedgerPromotion;
  readonly finishedAtMs: number;
}

/** The promotions that succeeded, by stage, to tell what a stage had before another one. */
export class StageSuccesses {
  /**
   * @param options - `all`: the promotions of a control plane; `wanted`: those about which will be asked
   */
  static create(options: {
    readonly all: Iterable<LedgerPromotion>;
    readonly wanted: readonly LedgerPromotion[];
    freightOf(project: string, name: string): LedgerFreight | undefined;
  }): StageSuccesses {
    const byStage = new Map<string, Success[]>(
      options.wanted.map(promotion => [stageOf(promotion), []]),
    );
    for (const promotion of options.all) {
      const finishedAtMs = Date.parse(promotion.finishedAt ?? '');
      if (promotion.phase === 'Succeeded' && !Number.isNaN(finishedAtMs)) {
        byStage.get(stageOf(promotion))?.push({ promotion, finishedAtMs });
      }
    }
    for (const successes of byStage.values()) {
      successes.sort((a, b) => b.finishedAtMs - a.finishedAtMs);
    }
    return new StageSuccesses(byStage, ({ project, freight }) =>
      freight ? options.freightOf(project, freight)?.warehouse : undefined,
    );
  }

  readonly #byStage: ReadonlyMap<string, readonly Success[]>;
  readonly #warehouseOf: (promotion: LedgerPromotion) => string | undefined;

  private constructor(
    byStage: ReadonlyMap<string, readonly Success[]>,
    warehouseOf: (promotion: LedgerPromotion) => string | undefined,
  ) {
    this.#byStage = byStage;
    this.#warehouseOf = warehouseOf;
  }

  /**
   * The freight of the last success of the same warehouse that was over when a promotion started. It is unknown where the
   * promotion has not started, or where one of the two freights is gone, and with it its warehouse.
   */
  contentBefore(promotion: LedgerPromotion): StageContent | undefined {
    const startedAtMs = Date.parse(promotion.startedAt ?? '');
    const warehouse = this.#warehouseOf(promotion);
    if (warehouse === undefined) return undefined;
    const previous = this.#byStage
      .get(stageOf(promotion))
      ?.find(
        success =>
          success.promotion.uid !== promotion.uid &&
          success.finishedAtMs <= startedAtMs &&
          this.#warehouseOf(success.promotion) === warehouse,
      )?.promotion;
    return previous && { freight: previous.freight, version: previous.version };
  }
}

function stageOf({ project, stage }: LedgerPromotion): string {
  return `${project}/${stage}`;
}
