import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Allows to read the scorecard and the facts behind it.
 *
 * @public
 */
export const platformScorecardReadPermission = createPermission({
  name: 'platform-scorecard.read',
  attributes: { action: 'read' },
});

/**
 * Allows to send facts over HTTP.
 *
 * @public
 */
export const platformScorecardFactCreatePermission = createPermission({
  name: 'platform-scorecard.fact.create',
  attributes: { action: 'create' },
});

/**
 * All permissions of the platform scorecard.
 *
 * @public
 */
export const platformScorecardPermissions = [
  platformScorecardReadPermission,
  platformScorecardFactCreatePermission,
];
