const TINY = 1e-300;
const PRECISION = 1e-15;
const MOST_TERMS = 100_000;

/**
 * Value of the continued fraction `first + a1 / (b1 + a2 / (b2 + ...))` by the algorithm of W. J. Lentz, Applied
 * Optics 15 (1976), as I. J. Thompson and A. R. Barnett, Journal of Computational Physics 64 (1986), keep it from 0.
 *
 * @param term - numerator and denominator of the n-th term, from 1 on
 */
export function continuedFraction(
  first: number,
  term: (index: number) => readonly [numerator: number, denominator: number],
): number {
  let value = Math.abs(first) < TINY ? TINY : first;
  let upper = value;
  let lower = 0;
  for (let index = 1; index < MOST_TERMS; index += 1) {
    const [numerator, denominator] = term(index);
    lower = 1 / notZero(denominator + numerator * lower);
    upper = notZero(denominator + numerator / upper);
    const factor = upper * lower;
    value *= factor;
    if (Math.abs(factor - 1) < PRECISION) {
      break;
    }
  }
  return value;
}

function notZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
