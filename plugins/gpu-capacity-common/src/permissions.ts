import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Allows to see the accelerators of pools and clusters, and how much an entity that the reader may see holds.
 *
 * @public
 */
export const gpuCapacityReadPermission = createPermission({
  name: 'gpu-capacity.read',
  attributes: { action: 'read' },
});

/**
 * Allows to see names of pods and namespaces: those of entities that the reader owns, and all of them for the teams
 * that are configured as platform teams.
 *
 * @public
 */
export const gpuCapacityWorkloadReadPermission = createPermission({
  name: 'gpu-capacity.workload.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const gpuCapacityPermissions = [
  gpuCapacityReadPermission,
  gpuCapacityWorkloadReadPermission,
];
