import type {
  ClusterResourcesService,
  Impersonation,
} from '@fairway/kubernetes-resources';
import { ulid } from 'ulid';
import { z } from 'zod/v4';
import { PROMOTIONS, STAGES } from '../../domain/kargoResources';
import type { Assignment, ExecutionOutcome, Work } from '../ActionExecutor';
import { outcomeOf } from './outcomeOf';

const SHORT_NAME = 7;
/** Names of objects may be this long; the ULID, the short name of the freight and the dots take the rest. */
const MAX_STAGE_PART = 253 - 26 - SHORT_NAME - 2;

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

/** Creates a Promotion as a person, with the steps of the stage. */
export async function createPromotion(
  { controlPlane, annotations }: Assignment,
  { project, stage, freight }: Extract<Work, { readonly action: 'promote' }>,
  person: Impersonation,
  clusterResources: ClusterResourcesService,
): Promise<ExecutionOutcome> {
  const read = await clusterResources.get({
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
  const created = await clusterResources.create({
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
          annotations,
        },
        spec: { stage, freight, steps, vars },
      }),
    ),
  });
  return outcomeOf(created, object => ({
    promotion: createdSchema.parse(object).metadata.name,
  }));
}

/** @see akuity/kargo pkg/kargo/promotion_builder.go */
function promotionName(stage: string, freight: string): string {
  return [
    stage.slice(0, MAX_STAGE_PART),
    ulid().toLocaleLowerCase('en-US'),
    freight.slice(0, SHORT_NAME),
  ].join('.');
}
