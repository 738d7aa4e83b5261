import { z } from 'zod/v4';

/**
 * Where Kueue wants the pods of a pod set to run.
 *
 * @public
 */
export interface TopologyAssignment {
  /** Keys of node labels, from the widest to the narrowest. */
  readonly levels: readonly string[];
  readonly domains: ReadonlyArray<{
    /** Values of the labels, in the order of the levels. */
    readonly values: readonly string[];
    readonly pods: number;
  }>;
}

/** Domains that a compressed document may name: more than a cluster has nodes. */
const MAX_DOMAINS = 100_000;

const levelValuesSchema = z.object({
  universal: z.string().nullish(),
  individual: z
    .object({
      prefix: z.string().nullish(),
      suffix: z.string().nullish(),
      roots: z.array(z.string()),
    })
    .nullish(),
});

const sliceSchema = z.object({
  domainCount: z.number().int().nonnegative(),
  valuesPerLevel: z.array(levelValuesSchema),
  podCounts: z.object({
    universal: z.number().nullish(),
    individual: z.array(z.number()).nullish(),
  }),
});

/** `topologyAssignment` in the encodings of v1beta1 (`domains`) and v1beta2 (`slices`). */
export const topologyAssignmentSchema = z.object({
  levels: z.array(z.string()),
  domains: z
    .array(z.object({ values: z.array(z.string()), count: z.number() }))
    .nullish(),
  slices: z.array(sliceSchema).nullish(),
});

type Slice = z.infer<typeof sliceSchema>;

/**
 * Reads an assignment.
 *
 * @see kubernetes-sigs/kueue apis/kueue/v1beta2/workload_types.go, TopologyAssignment
 *
 * @throws `RangeError` where its lists do not fit together
 */
export function readTopologyAssignment(
  assignment: z.infer<typeof topologyAssignmentSchema>,
): TopologyAssignment {
  const { levels, domains, slices } = assignment;
  const count = (slices ?? []).reduce(
    (sum, { domainCount }) => sum + domainCount,
    0,
  );
  if (count > MAX_DOMAINS) {
    throw new RangeError(`a topology assignment of ${count} domains`);
  }
  return {
    levels,
    domains: domains
      ? domains.map(({ values, count: pods }) => ({ values, pods }))
      : (slices ?? []).flatMap(slice => domainsOf(slice, levels.length)),
  };
}

function domainsOf(
  slice: Slice,
  levels: number,
): TopologyAssignment['domains'] {
  const { domainCount, valuesPerLevel, podCounts } = slice;
  if (valuesPerLevel.length !== levels) {
    throw new RangeError('a topology assignment with values of other levels');
  }
  const columns = valuesPerLevel.map(values => columnOf(values, domainCount));
  const pods = expanded(podCounts, domainCount);
  return Array.from({ length: domainCount }, (_, index) => ({
    values: columns.map(column => column[index]),
    pods: pods[index],
  }));
}

function columnOf(
  { universal, individual }: Slice['valuesPerLevel'][number],
  domainCount: number,
): readonly string[] {
  const { prefix, suffix, roots } = individual ?? {};
  return expanded(
    {
      universal,
      individual: roots?.map(root => `${prefix ?? ''}${root}${suffix ?? ''}`),
    },
    domainCount,
  );
}

function expanded<T>(
  values: {
    readonly universal?: T | null;
    readonly individual?: readonly T[] | null;
  },
  count: number,
): readonly T[] {
  const { universal, individual } = values;
  if (universal !== null && universal !== undefined) {
    return Array.from({ length: count }, () => universal);
  }
  if (individual?.length !== count) {
    throw new RangeError(
      `a topology assignment with ${
        individual?.length ?? 0
      } values for ${count} domains`,
    );
  }
  return individual;
}
