import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  EntityPromotions,
  FreightComparison,
  PromotionDetail,
  StageDetail,
} from '@fairway/plugin-kargo-common';

/**
 * What the promotion view reads. Every method throws `ResponseError` where the backend refuses or fails.
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
}

/** @public */
export const kargoApiRef = createApiRef<KargoApi>().with({
  id: 'plugin.kargo.client',
  pluginId: 'kargo',
});
