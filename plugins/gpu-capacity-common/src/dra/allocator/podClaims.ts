import { z } from 'zod/v4';
import type {
  ClaimSpec,
  DeviceNodeSelector,
  ResourceClaim,
  ResourceClaimTemplate,
} from '../resources';

/**
 * A claim of a pod, as far as the scheduler looks at it.
 *
 * @public
 */
export interface PodClaim {
  /** For reasons, as `namespace/name`. */
  readonly name: string;
  readonly spec: ClaimSpec;
  /** Whether all replicas use this one claim; otherwise each gets a claim of its own. */
  readonly shared: boolean;
  /** Set where the claim holds its devices already, so that it only says on which nodes a pod can run. */
  readonly allocation:
    | { readonly nodeSelector: DeviceNodeSelector | undefined }
    | undefined;
}

/**
 * How a pod names a claim.
 *
 * @public
 */
export interface PodClaimReference {
  readonly name: string;
  readonly resourceClaimName: string | undefined;
  readonly resourceClaimTemplateName: string | undefined;
}

/**
 * The claims of a pod, or why it cannot be scheduled for now.
 *
 * @public
 */
export type PodClaims =
  | { readonly ok: true; readonly claims: readonly PodClaim[] }
  | { readonly ok: false; readonly reason: string };

const optionalText = z
  .string()
  .nullish()
  .transform(text => text || undefined);

const podSpecSchema = z.object({
  resourceClaims: z
    .array(
      z.object({
        name: z.string(),
        resourceClaimName: optionalText,
        resourceClaimTemplateName: optionalText,
      }),
    )
    .nullish(),
});

/** As many consumers as a claim can have at once. */
const MAX_CONSUMERS = 256;

/**
 * Reads the references to claims in a pod spec.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readPodClaimReferences(
  podSpec: unknown,
): readonly PodClaimReference[] {
  return podSpecSchema.parse(podSpec).resourceClaims ?? [];
}

/**
 * Looks up the claims that a pod of this namespace would have.
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/plugins/dynamicresources/dynamicresources.go, `PreFilter`
 *
 * @public
 */
export function podClaims(options: {
  readonly namespace: string;
  readonly references: readonly PodClaimReference[];
  readonly claim: (
    namespace: string,
    name: string,
  ) => ResourceClaim | undefined;
  readonly template: (
    namespace: string,
    name: string,
  ) => ResourceClaimTemplate | undefined;
}): PodClaims {
  const claims: PodClaim[] = [];
  for (const reference of options.references) {
    const found = reference.resourceClaimName
      ? existing(reference.resourceClaimName, options)
      : generated(reference.resourceClaimTemplateName, options);
    if (typeof found === 'string') return { ok: false, reason: found };
    claims.push(found);
  }
  return { ok: true, claims };
}

type LookUp = Parameters<typeof podClaims>[0];

function existing(name: string, { namespace, claim }: LookUp) {
  const found = claim(namespace, name);
  if (!found) return `resourceclaim.resource.k8s.io "${name}" not found`;
  if (found.deleting) return `resourceclaim "${name}" is being deleted`;
  if (found.allocation && found.reservedFor.length >= MAX_CONSUMERS) {
    return 'resourceclaim in use';
  }
  return {
    name: `${namespace}/${name}`,
    spec: found.spec,
    shared: true,
    allocation: found.allocation,
  };
}

function generated(
  templateName: string | undefined,
  { namespace, template }: LookUp,
) {
  const found = template(namespace, templateName ?? '');
  return found
    ? {
        name: `${namespace}/${found.name}`,
        spec: found.spec,
        shared: false,
        allocation: undefined,
      }
    : `resourceclaimtemplate.resource.k8s.io "${templateName}" not found`;
}
