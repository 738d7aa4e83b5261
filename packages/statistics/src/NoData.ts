/**
 * The answer where nothing was observed. It is not zero, and it has no interval.
 *
 * @public
 */
export interface NoData {
  readonly kind: 'no-data';
}

/** The one value of {@link NoData}. */
export const NO_DATA: NoData = { kind: 'no-data' };
