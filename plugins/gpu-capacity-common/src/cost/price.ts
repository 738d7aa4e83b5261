/**
 * What a whole device costs for an hour.
 *
 * @public
 */
export interface HourlyPrice {
  readonly perHour: number;
  /** ISO 4217, such as `EUR`. */
  readonly currency: string;
}

/** @public */
export interface ProductPrice extends HourlyPrice {
  /** As nodes name it, such as `NVIDIA-H100-80GB-HBM3`. */
  readonly product: string;
}

/**
 * All prices that are known. What the configuration says of a product goes before what is measured of a node.
 *
 * @public
 */
export interface PriceBook {
  readonly products: readonly ProductPrice[];
  readonly nodes: ReadonlyMap<string, HourlyPrice>;
}

/** @public */
export const EMPTY_PRICE_BOOK: PriceBook = { products: [], nodes: new Map() };

/**
 * The price of a whole device.
 *
 * @returns `undefined` where it has none, which does not mean that it is free
 *
 * @public
 */
export function priceOf(
  device: {
    readonly product: string | undefined;
    readonly node: string | undefined;
  },
  book: PriceBook,
): HourlyPrice | undefined {
  const wanted = device.product?.toLowerCase();
  const product = book.products.find(
    candidate => candidate.product.toLowerCase() === wanted,
  );
  if (product) {
    return { perHour: product.perHour, currency: product.currency };
  }
  return device.node === undefined ? undefined : book.nodes.get(device.node);
}
