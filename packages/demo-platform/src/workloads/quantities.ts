const SUFFIXES: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The number of a Kubernetes quantity such as `500m` or `64Gi`. */
export function quantityValue(quantity: string | number): number {
  const [, number, suffix] =
    /^([+-]?[0-9.]+(?:[eE][+-]?\d+)?)([A-Za-z]*)$/.exec(String(quantity)) ?? [];
  const factor = SUFFIXES[suffix];
  if (number === undefined || factor === undefined) {
    throw new Error(`"${quantity}" is not a quantity`);
  }
  return Number(number) * factor;
}

/** Amounts by resource name. */
export type Amounts = Readonly<Record<string, number>>;

interface Container {
  readonly resources: {
    readonly requests?: Readonly<Record<string, string | number>>;
    readonly limits?: Readonly<Record<string, string | number>>;
  };
}

/** What containers ask for; limits stand for requests that are not given. */
export function requestsOf(containers: readonly Container[]): Amounts {
  const sum: Record<string, number> = {};
  for (const { resources } of containers) {
    const requested = { ...resources.limits, ...resources.requests };
    for (const [name, quantity] of Object.entries(requested)) {
      sum[name] = (sum[name] ?? 0) + quantityValue(quantity);
    }
  }
  return sum;
}

export function addAmounts(left: Amounts, right: Amounts, factor = 1): Amounts {
  const sum: Record<string, number> = { ...left };
  for (const [name, amount] of Object.entries(right)) {
    sum[name] = (sum[name] ?? 0) + factor * amount;
  }
  return sum;
}
