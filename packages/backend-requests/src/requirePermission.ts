import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';

/**
 * What a caller must hold, and what it is told otherwise.
 *
 * @public
 */
export interface PermissionRequirement {
  readonly permission: BasicPermission;
  /** First sentence of the error: "You may not see promotions." */
  readonly refusal: string;
}

/**
 * Lets a caller pass that holds a permission, person or agent. The credentials are those of the caller: with those of
 * the plugin nobody is ever denied.
 *
 * @throws `NotAllowedError` that names the permission and whom to ask
 *
 * @public
 */
export async function requirePermission(
  requirement: PermissionRequirement,
  caller: {
    readonly permissions: PermissionsService;
    readonly credentials: BackstageCredentials;
  },
): Promise<void> {
  const { permission, refusal } = requirement;
  const { permissions, credentials } = caller;
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `${refusal} Ask your platform team for the permission ${permission.name}.`,
    );
  }
}
