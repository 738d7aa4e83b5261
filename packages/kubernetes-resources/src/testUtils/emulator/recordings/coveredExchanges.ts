/** Which exchanges of a file are replayed, by their position; `anonymous` were recorded without a token. */
export interface CoveredExchanges {
  readonly indices: readonly number[];
  readonly anonymous?: readonly number[];
}

function range(first: number, last: number, except: readonly number[] = []) {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => first + index,
  ).filter(index => !except.includes(index));
}

/** The explicit list of what the emulator is held against. */
export const coveredExchanges: Readonly<Record<string, CoveredExchanges>> = {
  'discovery.json': { indices: range(3, 34), anonymous: [27] },
  'list-paging.json': { indices: range(0, 43) },
  'selectors.json': { indices: range(0, 80) },
  'errors.json': { indices: range(0, 114), anonymous: [17] },
  'writes.json': { indices: range(0, 83) },
  'watch.json': { indices: range(0, 52) },
  'table-and-metadata.json': { indices: range(0, 36) },
  'authorization.json': { indices: range(0, 51), anonymous: [13] },
};
