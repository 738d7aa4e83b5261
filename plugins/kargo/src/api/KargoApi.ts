import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AdviceAnswer,
  AdviceSubject,
  AdviceVerdict,
  AdvisorStatus,
  EntityPromotions,
  FreightComparison,
  JudgedAdvice,
  PromotionDetail,
  StageDetail,
} from '@fairway/plugin-kargo-common';

/**
 * What the promotion view asks of its backend. Every method throws `ResponseError` where the backend refuses or fails.
 *
 * @public
 */
export interface KargoApi {
  getEntityPromotions(entity: CompoundEntityRef): Promise<EntityPromotions>;

  /** One promotion with its steps. */
  getPromotion(
    entity: CompoundEntityRef,
    promotion: { readonly controlPlane: string; readonly name: string },
  ): Promise<PromotionDetail>;

  /** Why freight is not in a stage, and what was in it. */
  getStage(
    entity: CompoundEntityRef,
    stage: { readonly controlPlane: string; readonly name: string },
  ): Promise<StageDetail>;

  /** Sides are `freight:<control plane>/<name>` or `stage:<control plane>/<name>`. */
  compareFreight(
    entity: CompoundEntityRef,
    sides: { readonly from: string; readonly to: string },
  ): Promise<FreightComparison>;

  /** Whether there is a model to ask for advice, and which. */
  getAdvisor(): Promise<AdvisorStatus>;

  /** Asks a model about a failure, which may take a minute; where it gives no advice, the answer says why. */
  askAdvice(
    entity: CompoundEntityRef,
    subject: AdviceSubject,
    options?: { readonly signal?: AbortSignal },
  ): Promise<AdviceAnswer>;

  /** Records what the signed-in user makes of advice. */
  judgeAdvice(id: string, verdict: AdviceVerdict): Promise<JudgedAdvice>;
}

/** @public */
export const kargoApiRef = createApiRef<KargoApi>().with({
  id: 'plugin.kargo.client',
  pluginId: 'kargo',
});
