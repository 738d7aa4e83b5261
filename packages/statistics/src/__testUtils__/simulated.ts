/** Draws numbers that are the same on every machine. */
export interface Draw {
  /** Evenly from 0 to 1, without both ends. */
  uniform(): number;
  /** Exponential with a mean. */
  exponential(mean: number): number;
  poisson(mean: number): number;
  binomial(n: number, share: number): number;
}

/** The minimal standard generator of S. K. Park and K. W. Miller, Communications of the ACM 31 (1988). */
export function draw(seed: number): Draw {
  let state = seed;
  const uniform = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const exponential = (mean: number) => -Math.log(uniform()) * mean;
  return {
    uniform,
    exponential,
    poisson: mean => {
      let events = -1;
      for (let time = 0; time < mean; time += exponential(1)) {
        events += 1;
      }
      return events;
    },
    binomial: (n, share) =>
      Array.from({ length: n }, uniform).filter(value => value < share).length,
  };
}

/** How often an interval holds the truth, over many repetitions. An absent bound holds everything on its side. */
export function coverage(
  repetitions: number,
  repeat: () => {
    readonly truth: number;
    readonly estimate: object;
  },
): number {
  let held = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const { truth, estimate } = repeat();
    const low = bound(estimate, 'low') ?? Number.NEGATIVE_INFINITY;
    const high = bound(estimate, 'high') ?? Number.POSITIVE_INFINITY;
    held += low <= truth && truth <= high ? 1 : 0;
  }
  return held / repetitions;
}

function bound(estimate: object, name: 'low' | 'high'): number | undefined {
  const entry = Object.entries(estimate).find(([key]) => key === name);
  return typeof entry?.[1] === 'number' ? entry[1] : undefined;
}
