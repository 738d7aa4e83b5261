import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { PermissionRequirement } from '@fairway/backend-requests';
import type { PortalAction } from '@fairway/plugin-kargo-common';
import { ABORT, APPROVE_FREIGHT, PROMOTE } from '../requirements';

/** What is asked in Backstage of everyone who wants an action done. */
export const ACTION_REQUIREMENTS: Readonly<
  Record<PortalAction, PermissionRequirement<ResourcePermission>>
> = {
  promote: PROMOTE,
  'promote-downstream': PROMOTE,
  'approve-freight': APPROVE_FREIGHT,
  abort: ABORT,
  refresh: PROMOTE,
  reverify: PROMOTE,
  'resume-auto-promotion': PROMOTE,
};
