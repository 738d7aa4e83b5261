import { z } from 'zod/v4';

/**
 * Levels at which nodes stand together, from the widest to the narrowest.
 *
 * @see kubernetes-sigs/kueue apis/kueue/v1beta2/topology_types.go
 *
 * @public
 */
export interface KueueTopology {
  readonly name: string;
  /** Keys of node labels: nodes with the same values stand in one domain. */
  readonly levels: readonly string[];
}

const topologySchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z
    .object({
      levels: z.array(z.object({ nodeLabel: z.string() })).nullish(),
    })
    .nullish(),
});

/**
 * Reads a Topology of v1alpha1, v1beta1 or v1beta2.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readKueueTopology(object: unknown): KueueTopology {
  const { metadata, spec } = topologySchema.parse(object);
  return {
    name: metadata.name,
    levels: (spec?.levels ?? []).map(({ nodeLabel }) => nodeLabel),
  };
}
