import { z } from 'zod/v4';

/**
 * How close together the pods of a pod set must stand.
 *
 * @remarks
 * `required`: all in one domain of the level; `preferred`: in as few as possible, from that level upwards;
 * `unconstrained`: anywhere, but counted by domain.
 *
 * @public
 */
export interface TopologyRequest {
  readonly mode: 'required' | 'preferred' | 'unconstrained' | 'none';
  /** Key of the node label that is the level; absent where the mode has none. */
  readonly level: string | undefined;
  /** Slices of so many pods must each stand in one domain of a level, from the widest to the narrowest. */
  readonly slices: ReadonlyArray<{
    readonly level: string;
    readonly pods: number | undefined;
  }>;
  /** Pod sets of one group get one flavor and one domain. */
  readonly group: string | undefined;
}

/** `topologyRequest` of a pod set. */
export const topologyRequestSchema = z.object({
  required: z.string().nullish(),
  preferred: z.string().nullish(),
  unconstrained: z.boolean().nullish(),
  podSetGroupName: z.string().nullish(),
  podSetSliceRequiredTopology: z.string().nullish(),
  podSetSliceSize: z.number().nullish(),
  podsetSliceRequiredTopologyConstraints: z
    .array(z.object({ topology: z.string(), size: z.number() }))
    .nullish(),
});

/**
 * Reads the request of a pod set.
 *
 * @returns `undefined` where it asks for nothing of that kind
 */
export function readTopologyRequest(
  request: z.infer<typeof topologyRequestSchema> | null | undefined,
): TopologyRequest | undefined {
  if (!request) return undefined;
  const slices = request.podsetSliceRequiredTopologyConstraints?.length
    ? request.podsetSliceRequiredTopologyConstraints.map(
        ({ topology, size }) => ({ level: topology, pods: size }),
      )
    : sliceOf(
        request.podSetSliceRequiredTopology,
        request.podSetSliceSize ?? undefined,
      );
  const asked = modeOf(request);
  const group = request.podSetGroupName || undefined;
  return asked.mode === 'none' && slices.length === 0 && !group
    ? undefined
    : { ...asked, slices, group };
}

const ANNOTATION = 'kueue.x-k8s.io/podset';

const constraintsSchema = z.array(
  z.object({ topology: z.string(), size: z.number() }),
);

/**
 * Reads the request from the annotations of a pod template.
 *
 * @see kubernetes-sigs/kueue apis/kueue/v1beta2/topology_types.go
 *
 * @returns `undefined` where it asks for nothing of that kind
 *
 * @public
 */
export function topologyRequestOf(
  annotations: Readonly<Record<string, string>>,
): TopologyRequest | undefined {
  const size = Number(annotations[`${ANNOTATION}-slice-size`] ?? NaN);
  return readTopologyRequest({
    required: annotations[`${ANNOTATION}-required-topology`],
    preferred: annotations[`${ANNOTATION}-preferred-topology`],
    unconstrained:
      annotations[`${ANNOTATION}-unconstrained-topology`] === 'true',
    podSetGroupName: annotations[`${ANNOTATION}-group-name`],
    podSetSliceRequiredTopology:
      annotations[`${ANNOTATION}-slice-required-topology`],
    podSetSliceSize: Number.isInteger(size) && size > 0 ? size : undefined,
    podsetSliceRequiredTopologyConstraints: constraintsOf(
      annotations[`${ANNOTATION}-slice-required-topology-constraints`],
    ),
  });
}

function constraintsOf(
  text: string | undefined,
): z.infer<typeof constraintsSchema> | undefined {
  if (!text) return undefined;
  try {
    return constraintsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // Kueue refuses such a workload; that it asks for nothing is the best that can be said.
    return undefined;
  }
}

function modeOf(
  request: z.infer<typeof topologyRequestSchema>,
): Pick<TopologyRequest, 'mode' | 'level'> {
  if (request.required) return { mode: 'required', level: request.required };
  if (request.preferred) return { mode: 'preferred', level: request.preferred };
  return {
    mode: request.unconstrained ? 'unconstrained' : 'none',
    level: undefined,
  };
}

function sliceOf(
  level: string | null | undefined,
  pods: number | undefined,
): TopologyRequest['slices'] {
  return level ? [{ level, pods }] : [];
}
