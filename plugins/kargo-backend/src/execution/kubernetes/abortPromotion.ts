import type {
  ClusterResourcesService,
  Impersonation,
} from '@fairway/kubernetes-resources';
import { PROMOTIONS } from '../../domain/kargoResources';
import type { Assignment, ExecutionOutcome, Work } from '../ActionExecutor';
import { outcomeOf } from './outcomeOf';

const ANNOTATION_ABORT = 'kargo.akuity.io/abort';

/**
 * Asks Kargo to end a Promotion, as a person; its webhook asks for the right to promote and writes down who it was.
 *
 * @see akuity/kargo pkg/webhook/kubernetes/promotion/webhook.go
 */
export async function abortPromotion(
  { controlPlane }: Assignment,
  { project, promotion }: Extract<Work, { readonly action: 'abort' }>,
  person: Impersonation,
  clusterResources: ClusterResourcesService,
): Promise<ExecutionOutcome> {
  return outcomeOf(
    await clusterResources.patch({
      cluster: controlPlane,
      resource: PROMOTIONS.resource,
      namespace: project,
      name: promotion,
      impersonate: person,
      patch: {
        metadata: {
          annotations: {
            [ANNOTATION_ABORT]: JSON.stringify({ action: 'terminate' }),
          },
        },
      },
    }),
  );
}
