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
  /** The claim that has been made from the template for this pod, where there is one. */
  readonly generatedClaimName: string | undefined;
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

const podStatusSchema = z
  .object({
    resourceClaimStatuses: z
      .array(z.object({ name: z.string(), resourceClaimName: optionalText }))
      .nullish(),
  })
  .nullish();

/** As many consumers as a claim can have at once. */
const MAX_CONSUMERS = 256;

/**
 * Reads the references to claims of a pod, or of a pod template, which has no status.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readPodClaimReferences(
  podSpec: unknown,
  podStatus?: unknown,
): readonly PodClaimReference[] {
  const statuses = podStatusSchema.parse(podStatus)?.resourceClaimStatuses;
  const generated = new Map(
    (statuses ?? []).map(({ name, resourceClaimName }) => [
      name,
      resourceClaimName,
    ]),
  );
  return (podSpecSchema.parse(podSpec).resourceClaims ?? []).map(reference => ({
    ...reference,
    generatedClaimName: generated.get(reference.name),
  }));
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
    const found = claimOf(reference, options);
    if (typeof found === 'string') return { ok: false, reason: found };
    claims.push(found);
  }
  return { ok: true, claims };
}

type LookUp = Parameters<typeof podClaims>[0];

function claimOf(reference: PodClaimReference, lookUp: LookUp) {
  const { resourceClaimName, generatedClaimName } = reference;
  if (resourceClaimName) return existing(resourceClaimName, true, lookUp);
  return generatedClaimName
    ? existing(generatedClaimName, false, lookUp)
    : fromTemplate(reference.resourceClaimTemplateName, lookUp);
}

function existing(name: string, shared: boolean, { namespace, claim }: LookUp) {
  const found = claim(namespace, name);
  if (!found) return `resourceclaim.resource.k8s.io "${name}" not found`;
  if (found.deleting) return `resourceclaim "${name}" is being deleted`;
  if (found.allocation && found.reservedFor.length >= MAX_CONSUMERS) {
    return 'resourceclaim in use';
  }
  return {
    name: `${namespace}/${name}`,
    spec: found.spec,
    shared,
    allocation: found.allocation,
  };
}

function fromTemplate(
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
