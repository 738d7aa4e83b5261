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
 * All permissions of the plugin.
 *
 * @public
 */
export const kargoPermissions = [kargoPromotionReadPermission];
