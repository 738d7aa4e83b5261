import type { PermissionRequirement } from '@fairway/backend-requests';
import { kargoPromotionReadPermission } from '@fairway/plugin-kargo-common';

/** Asked of everyone who reads, person or agent. */
export const READ: PermissionRequirement = {
  permission: kargoPromotionReadPermission,
  refusal: 'You may not see promotions.',
};
