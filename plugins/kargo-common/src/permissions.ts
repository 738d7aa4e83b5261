import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Allows to see stages, freight and promotions of entities that the reader may see.
 *
 * @public
 */
export const kargoPromotionReadPermission = createPermission({
  name: 'kargo.promotion.read',
  attributes: { action: 'read' },
});

/**
 * Allows to ask for a promotion of an entity; a policy may tie it to its owners by the rules of the catalog.
 *
 * @public
 */
export const kargoPromotionCreatePermission = createPermission({
  name: 'kargo.promotion.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Allows to decide about requests of others; who may approve which is the risk class's to say.
 *
 * @public
 */
export const kargoPromotionApprovePermission = createPermission({
  name: 'kargo.promotion.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Allows to abort a promotion of an entity that is not finished.
 *
 * @public
 */
export const kargoPromotionAbortPermission = createPermission({
  name: 'kargo.promotion.abort',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Allows to approve freight for a stage by hand, past verification and soak; the risk class may still say no.
 *
 * @public
 */
export const kargoFreightApprovePermission = createPermission({
  name: 'kargo.freight.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const kargoPermissions = [
  kargoPromotionReadPermission,
  kargoPromotionCreatePermission,
  kargoPromotionApprovePermission,
  kargoPromotionAbortPermission,
  kargoFreightApprovePermission,
];
