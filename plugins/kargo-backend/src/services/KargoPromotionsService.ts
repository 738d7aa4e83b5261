import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityPromotions } from '@fairway/plugin-kargo-common';

/** Answers what the promotion view asks. */
export interface KargoPromotionsService {
  /**
   * Stages, freight and promotions of an entity, over all control planes.
   *
   * @throws `NotFoundError` where the caller can see no such entity
   */
  getEntityPromotions(
    entityRef: string,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<EntityPromotions>;
}
