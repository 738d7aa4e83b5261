import type {
  HourlyPrice,
  PriceBook,
} from '@fairway/plugin-gpu-capacity-common';
import type { ProductPrice } from '@fairway/plugin-gpu-capacity-common';

/** What devices of nodes cost by what is measured. Empty where nothing is. */
export interface NodePrices {
  of(cluster: string): Promise<ReadonlyMap<string, HourlyPrice>>;
}

export const NO_NODE_PRICES: NodePrices = { of: async () => new Map() };

/** All prices of a cluster. */
export class Prices {
  readonly #products: readonly ProductPrice[];
  readonly #nodes: NodePrices;

  constructor(options: {
    readonly products: readonly ProductPrice[];
    readonly nodes: NodePrices;
  }) {
    this.#products = options.products;
    this.#nodes = options.nodes;
  }

  async of(cluster: string): Promise<PriceBook> {
    return {
      products: this.#products,
      nodes: await this.#nodes.of(cluster),
    };
  }
}
