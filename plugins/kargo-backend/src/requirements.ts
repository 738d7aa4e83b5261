import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { PermissionRequirement } from '@fairway/backend-requests';
import {
  kargoFreightApprovePermission,
  kargoPromotionAbortPermission,
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

/** Asked of everyone who ends a promotion of an entity before it is finished. */
export const ABORT: PermissionRequirement<ResourcePermission> = {
  permission: kargoPromotionAbortPermission,
  refusal: 'You may not abort promotions of this entity.',
};

/** Asked of everyone who makes freight available by hand. */
export const APPROVE_FREIGHT: PermissionRequirement<ResourcePermission> = {
  permission: kargoFreightApprovePermission,
  refusal: 'You may not approve freight for stages of this entity.',
};
