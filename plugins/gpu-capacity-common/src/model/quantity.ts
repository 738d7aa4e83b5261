const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY =
  /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/;

/**
 * Value of a Kubernetes quantity as a number.
 *
 * @see kubernetes/apimachinery pkg/api/resource/quantity.go
 *
 * @throws `RangeError` where the text is no quantity
 *
 * @public
 */
export function parseQuantity(quantity: string | number): number {
  const match = QUANTITY.exec(String(quantity).trim());
  if (!match) throw new RangeError(`"${quantity}" is not a quantity`);
  const [, digits, exponent = '', suffix = ''] = match;
  return Number(digits + exponent) * SUFFIXES[suffix];
}
