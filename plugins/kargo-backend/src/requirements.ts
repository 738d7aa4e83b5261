import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { PermissionRequirement } from '@fairway/backend-requests';
import {
  kargoPromotionApprovePermission,
  kargoPromotionCreatePermission,
  kargoPromotionReadPermission,
} from '@fairway/plugin-kargo-common';

/** Asked of everyone who reads, person or agent. */
export const READ: PermissionRequirement = {
  permission: kargoPromotionReadPermission,
  refusal: 'You may not see promotions.',
};

/** Asked of everyone who asks for a promotion of an entity. */
export const PROMOTE: PermissionRequirement<ResourcePermission> = {
  permission: kargoPromotionCreatePermission,
  refusal: 'You may not ask for promotions of this entity.',
};

/** Asked of everyone who decides about the requests of others. */
export const APPROVE: PermissionRequirement<ResourcePermission> = {
  permission: kargoPromotionApprovePermission,
  refusal: 'You may not decide about promotions of this entity.',
};
