/**
 * A way to cut a part out of a card.
 *
 * @public
 */
export interface MigProfile {
  /** As in `nvidia.com/mig-1g.10gb`. */
  readonly name: string;
  /** Share of the card's memory, 0 to 1. */
  readonly memoryShare: number;
  /** Share of the card's processors, 0 to 1. */
  readonly computeShare: number;
}

/** @public */
export interface MigCard {
  /** In decimal GB, as the guide has it; the cards hold a little more. */
  readonly memoryGb: number;
  /** From the smallest one to the whole card. */
  readonly profiles: readonly MigProfile[];
}

interface CardRule {
  readonly product: RegExp;
  readonly memoryGb: number;
  readonly names: readonly string[];
}

/** Memory in eighths and processors in sevenths; the second one has the processors of the first. */
const OF_SEVEN = [
  [1 / 8, 1 / 7],
  [2 / 8, 1 / 7],
  [2 / 8, 2 / 7],
  [4 / 8, 3 / 7],
  [4 / 8, 4 / 7],
  [1, 1],
] as const;
const OF_FOUR = [
  [1 / 4, 1 / 4],
  [2 / 4, 2 / 4],
  [1, 1],
] as const;

/**
 * The first rule that matches decides.
 *
 * @see https://docs.nvidia.com/datacenter/tesla/mig-user-guide/supported-mig-profiles.html
 * @see https://docs.nvidia.com/datacenter/tesla/mig-user-guide/supported-gpus.html
 */
const RULES: readonly CardRule[] = [
  {
    product: /\bA30\b/,
    memoryGb: 24,
    names: ['1g.6gb', '2g.12gb', '4g.24gb'],
  },
  {
    product: /\bA100\b.*\b40GB\b/,
    memoryGb: 40,
    names: ['1g.5gb', '1g.10gb', '2g.10gb', '3g.20gb', '4g.20gb', '7g.40gb'],
  },
  {
    product: /\b(A100|H100)\b.*\b80GB\b/,
    memoryGb: 80,
    names: ['1g.10gb', '1g.20gb', '2g.20gb', '3g.40gb', '4g.40gb', '7g.80gb'],
  },
  {
    product: /\bH200\b/,
    memoryGb: 141,
    names: ['1g.18gb', '1g.35gb', '2g.35gb', '3g.71gb', '4g.71gb', '7g.141gb'],
  },
  {
    product: /\bB200\b/,
    memoryGb: 180,
    names: ['1g.23gb', '1g.45gb', '2g.45gb', '3g.90gb', '4g.90gb', '7g.180gb'],
  },
];

/**
 * How a product can be cut.
 *
 * @param product - as nodes name it, such as `NVIDIA-H100-80GB-HBM3`
 * @returns `undefined` where it cannot be cut, or is not known
 *
 * @public
 */
export function migCardOf(product: string): MigCard | undefined {
  const rule = RULES.find(candidate => candidate.product.test(product));
  if (!rule) return undefined;
  const shares = rule.names.length === OF_FOUR.length ? OF_FOUR : OF_SEVEN;
  return {
    memoryGb: rule.memoryGb,
    profiles: shares.map(([memoryShare, computeShare], position) => ({
      name: rule.names[position],
      memoryShare,
      computeShare,
    })),
  };
}
