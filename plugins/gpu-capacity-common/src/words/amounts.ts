const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  'nvidia.com/gpu': ['GPU', 'GPUs'],
  'amd.com/gpu': ['GPU', 'GPUs'],
  'google.com/tpu': ['TPU chip', 'TPU chips'],
  cpu: ['CPU', 'CPUs'],
  memory: ['GiB of memory', 'GiB of memory'],
  'ephemeral-storage': ['GiB of local storage', 'GiB of local storage'],
  pods: ['pod', 'pods'],
};

const GIBIBYTE = 2 ** 30;

const SCALES: Readonly<Record<string, number>> = {
  cpu: 1000,
  memory: GIBIBYTE,
  'ephemeral-storage': GIBIBYTE,
};

/**
 * An amount in the unit in which people count a resource: CPUs and GiB.
 *
 * @param amount - as the scheduler counts
 *
 * @public
 */
export function plainAmount(resource: string, amount: number): string {
  const value = amount / (SCALES[resource] ?? 1);
  return String(Math.round(value * 10) / 10);
}

/**
 * The noun for units of a resource; the name of the resource where there is none.
 *
 * @public
 */
export function resourceNoun(resource: string, count: number): string {
  const nouns = NOUNS[resource];
  if (!nouns) return resource;
  return count === 1 ? nouns[0] : nouns[1];
}

/**
 * Such as `4 GPUs`, `64 CPUs` or `2 nvidia.com/mig-1g.10gb`.
 *
 * @public
 */
export function amountText(resource: string, amount: number): string {
  const plain = plainAmount(resource, amount);
  return `${plain} ${resourceNoun(resource, Number(plain))}`;
}

/**
 * A count with its noun, with two decimals at most: parts of devices are counted too.
 *
 * @public
 */
export function counted(count: number, one: string, many: string): string {
  const rounded = Math.round(count * 100) / 100;
  return `${rounded} ${rounded === 1 ? one : many}`;
}

/** A list in a sentence: `a, b and c`. @public */
export function enumerated(items: readonly string[]): string {
  return items.length < 2
    ? items.join()
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
