/** Powers of ten and two by suffix, as exact fractions. */
const SUFFIXES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  n: [1n, 10n ** 9n],
  u: [1n, 10n ** 6n],
  m: [1n, 10n ** 3n],
  '': [1n, 1n],
  k: [10n ** 3n, 1n],
  M: [10n ** 6n, 1n],
  G: [10n ** 9n, 1n],
  T: [10n ** 12n, 1n],
  P: [10n ** 15n, 1n],
  E: [10n ** 18n, 1n],
  Ki: [2n ** 10n, 1n],
  Mi: [2n ** 20n, 1n],
  Gi: [2n ** 30n, 1n],
  Ti: [2n ** 40n, 1n],
  Pi: [2n ** 50n, 1n],
  Ei: [2n ** 60n, 1n],
};

const QUANTITY =
  /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i))?$/;

const MAX_VALUE = 2n ** 63n - 1n;

/**
 * Value of a Kubernetes quantity in units of `1 / unitsPerOne`, rounded away from zero as the API does: with
 * `unitsPerOne` 1000 a quantity of CPU is in millicores. Exact for all that a `number` can hold exactly.
 *
 * @see kubernetes/apimachinery pkg/api/resource/quantity.go, `Value` and `MilliValue`
 *
 * @throws `RangeError` where the text is no quantity
 *
 * @public
 */
export function quantityInUnits(
  quantity: string | number,
  unitsPerOne: 1 | 1000 = 1,
): number {
  const [numerator, denominator] = fractionOf(quantity);
  const scaled = numerator * BigInt(unitsPerOne);
  const magnitude = scaled < 0n ? -scaled : scaled;
  const rounded = (magnitude + denominator - 1n) / denominator;
  const capped = rounded > MAX_VALUE ? MAX_VALUE : rounded;
  return Number(scaled < 0n ? -capped : capped);
}

/**
 * Value of a Kubernetes quantity as a number, not rounded: for what people read, not for what is compared.
 *
 * @throws `RangeError` where the text is no quantity
 *
 * @public
 */
export function parseQuantity(quantity: string | number): number {
  const [numerator, denominator] = fractionOf(quantity);
  return Number(numerator) / Number(denominator);
}

function fractionOf(quantity: string | number): readonly [bigint, bigint] {
  const match = QUANTITY.exec(String(quantity).trim());
  const [, sign = '', whole = '', decimals = '', exponent, suffix = ''] =
    match ?? [];
  if (!match || (whole === '' && decimals === '')) {
    throw new RangeError(`"${quantity}" is not a quantity`);
  }
  const digits = BigInt(`${whole}${decimals}`) * (sign === '-' ? -1n : 1n);
  const [factor, divisor] = SUFFIXES[suffix];
  const power = BigInt(Number(exponent ?? 0) - decimals.length);
  return power >= 0n
    ? [digits * factor * 10n ** power, divisor]
    : [digits * factor, divisor * 10n ** -power];
}
