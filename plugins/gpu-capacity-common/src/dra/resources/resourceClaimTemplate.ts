import { z } from 'zod/v4';
import { claimSpecSchema, type ClaimSpec } from './claimSpec';

/**
 * A template of which each pod gets a claim of its own.
 *
 * @public
 */
export interface ResourceClaimTemplate {
  readonly namespace: string;
  readonly name: string;
  readonly spec: ClaimSpec;
}

const templateSchema = z.object({
  metadata: z.object({ namespace: z.string(), name: z.string() }),
  spec: z.object({ spec: claimSpecSchema }),
});

/**
 * Reads a ResourceClaimTemplate of `resource.k8s.io` v1, v1beta2 or v1beta1.
 *
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readResourceClaimTemplate(
  object: unknown,
): ResourceClaimTemplate {
  const { metadata, spec } = templateSchema.parse(object);
  return { ...metadata, spec: spec.spec };
}
