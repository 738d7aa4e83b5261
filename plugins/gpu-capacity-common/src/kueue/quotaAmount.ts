import { quantityInUnits } from '../model';

/** From here on Kueue takes a quantity for one without limit. */
const LARGEST_AMOUNT = 2 ** 63;

/**
 * Amount of quota: `cpu` in millicores, everything else in whole units; `Infinity` is unlimited.
 *
 * @see kubernetes-sigs/kueue pkg/resources/amount.go
 *
 * @throws `RangeError` where it is no quantity
 */
export function readQuotaAmount(
  resource: string,
  quantity: string | number,
): number {
  const amount = quantityInUnits(quantity, resource === 'cpu' ? 1000 : 1);
  return amount >= LARGEST_AMOUNT ? Infinity : amount;
}

/** Difference in which unlimited less unlimited is nothing, as Kueue has it. */
export function subtractAmount(minuend: number, subtrahend: number): number {
  return minuend === Infinity && subtrahend === Infinity
    ? 0
    : minuend - subtrahend;
}
