import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  EntityPromotions,
  FreightComparison,
  PromotionDetail,
  StageDetail,
} from '@fairway/plugin-kargo-common';

/** With the rights of the caller. */
export interface CallerOptions {
  readonly credentials: BackstageCredentials;
}

/**
 * Answers what the promotion view asks.
 *
 * @remarks
 * Every method throws `NotFoundError` where the caller can see no such entity, or it has no such part.
 */
export interface KargoPromotionsService {
  /** Stages, freight and promotions of an entity, over all control planes. */
  getEntityPromotions(
    entityRef: string,
    options: CallerOptions,
  ): Promise<EntityPromotions>;

  /** One promotion with its steps. */
  getPromotion(
    entityRef: string,
    promotion: { readonly controlPlane: string; readonly name: string },
    options: CallerOptions,
  ): Promise<PromotionDetail>;

  /** Why freight is not in a stage, and what was in it. */
  getStage(
    entityRef: string,
    stage: {
      readonly controlPlane: string;
      readonly name: string;
      /** Name, alias or version; what comes next where absent. */
      readonly freight?: string;
    },
    options: CallerOptions,
  ): Promise<StageDetail>;

  /** What differs between two pieces of freight, or between what two stages have. */
  compareFreight(
    entityRef: string,
    sides: { readonly from: string; readonly to: string },
    options: CallerOptions,
  ): Promise<FreightComparison>;
}
