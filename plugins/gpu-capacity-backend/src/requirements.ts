import type { PermissionRequirement } from '@fairway/backend-requests';
import { gpuCapacityReadPermission } from '@fairway/plugin-gpu-capacity-common';

/** Asked of everyone who reads, person or agent. */
export const READ: PermissionRequirement = {
  permission: gpuCapacityReadPermission,
  refusal: 'You may not see GPU capacity.',
};
