/**
 * A stationary autoregressive series of first order with normal innovations of variance 1, the same for the same seed.
 *
 * @param options - `phi`: autocorrelation of neighbours
 */
export function autoregressiveSeries(options: {
  readonly phi: number;
  readonly length: number;
  readonly seed: number;
}): readonly number[] {
  const { phi, length, seed } = options;
  const normal = normalNumbers(seed);
  const series: number[] = [];
  let value = normal() / Math.sqrt(1 - phi * phi);
  while (series.length < length) {
    series.push(value);
    value = phi * value + normal();
  }
  return series;
}

/** By the method of Box and Muller. */
function normalNumbers(seed: number): () => number {
  const uniform = uniformNumbers(seed);
  return () =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

const MODULUS = 2 ** 31 - 1;

/** From 0 to below 1, by the generator of Park and Miller; the product stays below 2 ** 53. */
function uniformNumbers(seed: number): () => number {
  let state = ((seed + 1) * 7_919 * 48_271) % MODULUS;
  return () => {
    state = (state * 48_271) % MODULUS;
    return state / MODULUS;
  };
}
