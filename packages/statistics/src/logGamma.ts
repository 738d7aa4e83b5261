/** Coefficients B(2k) / (2k(2k - 1)) of the series of Stirling. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
];

/** From here on six terms of the series give all digits. */
const ASYMPTOTIC = 12;

/**
 * Natural logarithm of the gamma function.
 *
 * @param x - above 0
 * @see https://dlmf.nist.gov/5.11.E1, after the recurrence https://dlmf.nist.gov/5.5.E1
 */
export function logGamma(x: number): number {
  let shifted = x;
  let logProduct = 0;
  while (shifted < ASYMPTOTIC) {
    logProduct += Math.log(shifted);
    shifted += 1;
  }
  const series = STIRLING.reduce(
    (sum, coefficient, index) => sum + coefficient / shifted ** (2 * index + 1),
    0,
  );
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    Math.log(2 * Math.PI) / 2 +
    series -
    logProduct
  );
}
