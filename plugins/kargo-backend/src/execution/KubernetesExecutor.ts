import type { ClusterResourcesService } from '@fairway/kubernetes-resources';
import { ulid } from 'ulid';
import { z } from 'zod/v4';
import { PROMOTIONS, STAGES } from '../domain/kargoResources';
import type {
  ExecutionOutcome,
  PromotionExecutor,
  PromotionOrder,
} from './PromotionExecutor';

const ACCESS_REVIEWS = {
  group: 'authorization.k8s.io',
  apiVersion: 'v1',
  plural: 'selfsubjectaccessreviews',
};

const SHORT_NAME = 7;
/** Names of objects may be this long; the ULID, the short name of the freight and the dots take the rest. */
const MAX_STAGE_PART = 253 - 26 - SHORT_NAME - 2;

const reviewSchema = z.object({
  status: z.object({ allowed: z.boolean() }),
});

const stageSchema = z.object({
  spec: z.object({
    promotionTemplate: z.object({
      spec: z.object({
        vars: z.array(z.custom<object>()).optional(),
        steps: z.array(z.custom<object>()).min(1),
      }),
    }),
  }),
});

const createdSchema = z.object({ metadata: z.object({ name: z.string() }) });

/**
 * Creates Promotions at the Kubernetes API as the person who asked, so that Kargo's webhook asks for the rights of that
 * person and records them.
 *
 * @see akuity/kargo pkg/webhook/kubernetes/promotion/webhook.go
 */
export class KubernetesExecutor implements PromotionExecutor {
  readonly #clusterResources: ClusterResourcesService;

  constructor(options: { readonly clusterResources: ClusterResourcesService }) {
    this.#clusterResources = options.clusterResources;
  }

  async access(order: Omit<PromotionOrder, 'annotations' | 'freight'>) {
    const rights = [
      { verb: 'create', resource: 'promotions', name: undefined },
      // Kargo's own verb: who may create Promotions may not promote to every stage.
      { verb: 'promote', resource: 'stages', name: order.stage },
    ];
    for (const right of rights) {
      const review = await this.#clusterResources.create({
        cluster: order.controlPlane,
        resource: ACCESS_REVIEWS,
        impersonate: order.person,
        object: {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              group: STAGES.resource.group,
              namespace: order.project,
              verb: right.verb,
              resource: right.resource,
              ...(right.name && { name: right.name }),
            },
          },
        },
      });
      if (!review.ok) {
        return { status: 'unknown' as const, reason: review.message };
      }
      const { status } = reviewSchema.parse(review.value);
      const needs = `${right.verb} on ${right.resource}${
        right.name ? `/${right.name}` : ''
      } in ${order.project}`;
      if (!status.allowed) {
        return {
          status: 'observed' as const,
          value: { allowed: false, needs },
        };
      }
    }
    return {
      status: 'observed' as const,
      value: { allowed: true, needs: `promote on stages/${order.stage}` },
    };
  }

  async promote(order: PromotionOrder): Promise<ExecutionOutcome> {
    const { controlPlane, project, stage, freight, person } = order;
    const read = await this.#clusterResources.get({
      cluster: controlPlane,
      resource: STAGES.resource,
      namespace: project,
      name: stage,
    });
    if (!read.ok) return { status: 'refused', reason: read.message };
    const template = stageSchema.safeParse(read.value);
    if (!template.success) {
      return {
        status: 'refused',
        reason: `The stage ${stage} has no promotion steps.`,
      };
    }
    const { steps, vars } = template.data.spec.promotionTemplate.spec;
    const created = await this.#clusterResources.create({
      cluster: controlPlane,
      resource: PROMOTIONS.resource,
      namespace: project,
      impersonate: person,
      object: JSON.parse(
        JSON.stringify({
          apiVersion: 'kargo.akuity.io/v1alpha1',
          kind: 'Promotion',
          metadata: {
            namespace: project,
            // Kargo up to v1.10 takes the name and the steps from whoever creates it; later ones write their own.
            name: promotionName(stage, freight),
            annotations: order.annotations,
          },
          spec: { stage, freight, steps, vars },
        }),
      ),
    });
    if (created.ok) {
      const { metadata } = createdSchema.parse(created.value);
      return { status: 'executed', promotion: metadata.name };
    }
    return {
      status: created.reason === 'unreachable' ? 'failed' : 'refused',
      reason: created.message,
    };
  }
}

/** @see akuity/kargo pkg/kargo/promotion_builder.go */
function promotionName(stage: string, freight: string): string {
  return [
    stage.slice(0, MAX_STAGE_PART),
    ulid().toLocaleLowerCase('en-US'),
    freight.slice(0, SHORT_NAME),
  ].join('.');
}
