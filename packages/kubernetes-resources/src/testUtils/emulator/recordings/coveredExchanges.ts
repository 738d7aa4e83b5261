/** Which exchanges of a file are replayed, by their position; `anonymous` were recorded without a token. */
interface CoveredExchanges {
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
  'discovery.json': {
    indices: [
      0,
      1,
      3,
      5,
      6,
      8,
      ...range(9, 13),
      15,
      17,
      ...range(19, 25),
      27,
      34,
    ],
    anonymous: [1, 27],
  },
  'list-paging.json': { indices: range(1, 43, [7, 8, 13, 29, 35, 36, 37]) },
  'selectors.json': { indices: range(0, 80, [4, 30, 31, 32]) },
  'errors.json': {
    indices: range(0, 106, [
      57,
      ...range(61, 78),
      81,
      83,
      ...range(93, 101),
      103,
    ]),
    anonymous: [17],
  },
  'writes.json': {
    indices: range(0, 82, [
      5,
      25,
      26,
      31,
      34,
      ...range(40, 47),
      52,
      60,
      64,
      76,
      77,
      79,
    ]),
  },
  'watch.json': {
    indices: [
      4,
      6,
      7,
      16,
      ...range(19, 22),
      30,
      31,
      33,
      34,
      35,
      37,
      38,
      39,
      40,
      44,
      45,
      46,
      48,
      49,
      50,
      52,
    ],
  },
  'table-and-metadata.json': {
    indices: [3, 7, 10, 11, 12, 13, 18, 20, ...range(24, 31), 34, 35, 36],
  },
  'authorization.json': {
    indices: [
      ...range(1, 21, [17]),
      24,
      30,
      32,
      33,
      34,
      36,
      ...range(38, 41),
      47,
    ],
    anonymous: [13],
  },
  'authorization.json (impersonation)': { indices: range(42, 46) },
};
