import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type { EntityPromotions } from '@fairway/plugin-kargo-common';

/**
 * What the promotion view reads.
 *
 * @public
 */
export interface KargoApi {
  /** @throws `ResponseError` where the backend refuses or fails */
  getEntityPromotions(entity: CompoundEntityRef): Promise<EntityPromotions>;
}

/** @public */
export const kargoApiRef = createApiRef<KargoApi>().with({
  id: 'plugin.kargo.client',
  pluginId: 'kargo',
});
