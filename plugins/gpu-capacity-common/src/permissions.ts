import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Allows to see the accelerators of pools and clusters, and what an entity that the reader may see holds.
 *
 * @public
 */
export const gpuCapacityReadPermission = createPermission({
  name: 'gpu-capacity.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const gpuCapacityPermissions = [gpuCapacityReadPermission];
