import type {
  ClusterResourcesService,
  Impersonation,
} from '@fairway/kubernetes-resources';
import type { AccessObservation, Observed } from '@fairway/plugin-kargo-common';
import { z } from 'zod/v4';
import { STAGES } from '../../domain/kargoResources';

const ACCESS_REVIEWS = {
  group: 'authorization.k8s.io',
  apiVersion: 'v1',
  plural: 'selfsubjectaccessreviews',
};

const reviewSchema = z.object({
  status: z.object({ allowed: z.boolean() }),
});

/** A right of Kubernetes, or of Kargo in its words. */
export interface Right {
  readonly verb: string;
  readonly resource: string;
  readonly name?: string;
}

/** Asks a cluster, as a person, whether the person has all of some rights. */
export async function personRights(
  question: {
    readonly cluster: string;
    readonly namespace: string;
    readonly person: Impersonation;
    readonly rights: readonly Right[];
  },
  clusterResources: ClusterResourcesService,
): Promise<Observed<AccessObservation>> {
  const { cluster, namespace, person, rights } = question;
  const needs = rights.map(right => rightWords(right, namespace));
  for (const [index, { verb, resource, name }] of rights.entries()) {
    const review = await clusterResources.create({
      cluster,
      resource: ACCESS_REVIEWS,
      impersonate: person,
      object: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: {
          resourceAttributes: {
            group: STAGES.resource.group,
            namespace,
            verb,
            resource,
            ...(name !== undefined && { name }),
          },
        },
      },
    });
    if (!review.ok) return { status: 'unknown', reason: review.message };
    const { status } = reviewSchema.parse(review.value);
    if (!status.allowed) {
      return {
        status: 'observed',
        value: { allowed: false, needs: needs[index] },
      };
    }
  }
  return {
    status: 'observed',
    value: { allowed: true, needs: needs.join(', ') },
  };
}

function rightWords({ verb, resource, name }: Right, namespace: string) {
  return `${verb} on ${resource}${name ? `/${name}` : ''} in ${namespace}`;
}
