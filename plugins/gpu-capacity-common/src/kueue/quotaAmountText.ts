const BINARY_UNITS: ReadonlyArray<readonly [number, string]> = [
  [2 ** 40, 'Ti'],
  [2 ** 30, 'Gi'],
  [2 ** 20, 'Mi'],
  [2 ** 10, 'Ki'],
];

/** Resources that are counted in bytes. */
const BYTES = /^(memory|ephemeral-storage|hugepages-.+)$/;

/**
 * An amount for people: `cpu` in cores, memory in binary units, everything else as a count.
 *
 * @param amount - in the units of `ResourceAmounts`; `Infinity` is unlimited
 */
export function quotaAmountText(resource: string, amount: number): string {
  if (amount === Infinity) return 'unlimited';
  if (resource === 'cpu') return String(amount / 1000);
  if (!BYTES.test(resource)) return String(amount);
  const [size, unit] = BINARY_UNITS.find(
    ([bytes]) => Math.abs(amount) >= bytes,
  ) ?? [1, ''];
  return `${Math.round((amount / size) * 10) / 10}${unit}`;
}
