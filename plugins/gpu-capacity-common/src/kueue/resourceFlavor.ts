import { z } from 'zod/v4';

/**
 * A taint that all nodes of a flavor have.
 *
 * @public
 */
export interface FlavorTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/**
 * A toleration, of a pod or added by a flavor to the pods that get it.
 *
 * @public
 */
export interface FlavorToleration {
  readonly key?: string | null;
  readonly operator?: string | null;
  readonly value?: string | null;
  readonly effect?: string | null;
}

/**
 * A kind of node: what joins quota with hardware.
 *
 * @see kubernetes-sigs/kueue apis/kueue/v1beta2/resourceflavor_types.go
 *
 * @public
 */
export interface ResourceFlavor {
  readonly name: string;
  readonly nodeLabels: Readonly<Record<string, string>>;
  readonly nodeTaints: readonly FlavorTaint[];
  readonly tolerations: readonly FlavorToleration[];
  readonly topology: string | undefined;
}

const resourceFlavorSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z
    .object({
      nodeLabels: z.record(z.string(), z.string()).nullish(),
      nodeTaints: z
        .array(
          z.object({
            key: z.string(),
            value: z.string().nullish(),
            effect: z.string(),
          }),
        )
        .nullish(),
      tolerations: z
        .array(
          z.object({
            key: z.string().nullish(),
            operator: z.string().nullish(),
            value: z.string().nullish(),
            effect: z.string().nullish(),
          }),
        )
        .nullish(),
      topologyName: z.string().nullish(),
    })
    .nullish(),
});

/**
 * Reads a ResourceFlavor of v1beta1 or v1beta2.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readResourceFlavor(object: unknown): ResourceFlavor {
  const { metadata, spec } = resourceFlavorSchema.parse(object);
  return {
    name: metadata.name,
    nodeLabels: spec?.nodeLabels ?? {},
    nodeTaints: (spec?.nodeTaints ?? []).map(({ key, value, effect }) => ({
      key,
      value: value ?? '',
      effect,
    })),
    tolerations: spec?.tolerations ?? [],
    topology: spec?.topologyName || undefined,
  };
}
