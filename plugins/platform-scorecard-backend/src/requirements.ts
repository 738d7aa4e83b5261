import type { PermissionRequirement } from '@fairway/backend-requests';
import {
  platformScorecardFactCreatePermission,
  platformScorecardReadPermission,
} from '@fairway/plugin-platform-scorecard-common';

/** Asked of everyone who reads, person or agent. */
export const READ: PermissionRequirement = {
  permission: platformScorecardReadPermission,
  refusal: 'You may not see the scorecard.',
};

/** Asked of everyone who reports facts over HTTP. */
export const REPORT: PermissionRequirement = {
  permission: platformScorecardFactCreatePermission,
  refusal: 'You may not report facts.',
};
