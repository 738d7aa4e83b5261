import type { ClaimEvaluator, ClaimSlots } from '../../fit';
import type { ClusterNode, PodShape } from '../../model';
import { classesByExtendedResource } from '../allocation';
import {
  extendedResourceClaim,
  podClaims,
  type DeviceAllocator,
  type PodClaim,
} from '../allocator';
import type {
  DeviceClass,
  ResourceClaim,
  ResourceClaimTemplate,
} from '../resources';

/** How many pods are looked for on a node where nobody says how many are wanted: more than any node has devices. */
const MAX_SLOTS = 256;

/**
 * Answers the questions of a fit for the claims of pods of one namespace.
 *
 * @public
 */
export function createClaimEvaluator(options: {
  readonly allocator: DeviceAllocator;
  readonly classes: readonly DeviceClass[];
  readonly namespace: string;
  readonly claim: (
    namespace: string,
    name: string,
  ) => ResourceClaim | undefined;
  readonly template: (
    namespace: string,
    name: string,
  ) => ResourceClaimTemplate | undefined;
}): ClaimEvaluator {
  const { allocator, namespace } = options;
  const classes = classesByExtendedResource(options.classes);
  const delegated = new Set(classes.keys());
  const isDelegated = (shape: PodShape, node: ClusterNode) =>
    Object.entries(shape.requests).some(
      ([resource, requested]) =>
        requested > 0 &&
        delegated.has(resource) &&
        (node.allocatable[resource] ?? 0) <= 0,
    );

  const claimsOf = (shape: PodShape, node: ClusterNode) => {
    const named = podClaims({
      namespace,
      claim: options.claim,
      template: options.template,
      references: shape.claims.map(({ name, claim, template }) => ({
        name,
        resourceClaimName: claim,
        resourceClaimTemplateName: template,
        generatedClaimName: undefined,
      })),
    });
    if (!named.ok) return named;
    const extended = extendedResourceClaim({
      requests: shape.requests,
      allocatable: node.allocatable,
      classes,
    });
    const claims: readonly PodClaim[] =
      extended.resources.length > 0
        ? [...named.claims, extended.claim]
        : named.claims;
    return { ok: true as const, claims };
  };

  return {
    delegated,
    isConcerned: (shape, node) =>
      shape.claims.length > 0 || isDelegated(shape, node),
    evaluate: (shape, node, atMost): ClaimSlots => {
      const found = claimsOf(shape, node);
      if (!found.ok) return { status: 'known', slots: 0, reason: found.reason };
      const { slots, certain, reason } = allocator.slots(
        node,
        found.claims,
        Math.min(atMost, MAX_SLOTS),
      );
      return certain
        ? {
            status: 'known',
            slots,
            reason: reason ?? 'cannot allocate all claims',
          }
        : { status: 'unknown', reason: reason ?? 'not all was tried' };
    },
  };
}
