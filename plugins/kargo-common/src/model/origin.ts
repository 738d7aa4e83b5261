import { z } from 'zod/v4';

/** Where freight comes from, as objects name it. The kind is `Warehouse` in every version up to now. */
export const originObjectSchema = z.object({
  kind: z.string(),
  name: z.string(),
});

/**
 * The key under which Kargo keeps what belongs to an origin: `Warehouse/orders`.
 *
 * @see akuity/kargo api/v1alpha1/stage_types.go, `FreightOrigin.String`
 *
 * @public
 */
export function originKey(origin: {
  readonly kind: string;
  readonly name: string;
}): string {
  return `${origin.kind}/${origin.name}`;
}
