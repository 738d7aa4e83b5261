import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * What a caller must hold, and what it is told otherwise.
 *
 * @public
 */
export interface PermissionRequirement<
  P extends BasicPermission | ResourcePermission = BasicPermission,
> {
  readonly permission: P;
  /** First sentence of the error: "You may not see this." */
  readonly refusal: string;
}

/** With whose rights, as the permissions service takes it. */
interface CallerRights {
  readonly permissions: PermissionsService;
  readonly credentials: BackstageCredentials;
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
  caller: CallerRights,
): Promise<void> {
  const { permission } = requirement;
  const { permissions, credentials } = caller;
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  requireAllowed(requirement, decision.result);
}

/**
 * The same for a permission on a resource, such as an entity.
 *
 * @throws as `requirePermission` does
 *
 * @public
 */
export async function requireResourcePermission(
  requirement: PermissionRequirement<ResourcePermission>,
  caller: CallerRights & { readonly resourceRef: string },
): Promise<void> {
  const { permission } = requirement;
  const { permissions, credentials, resourceRef } = caller;
  const [decision] = await permissions.authorize(
    [{ permission, resourceRef }],
    { credentials },
  );
  requireAllowed(requirement, decision.result);
}

function requireAllowed(
  requirement: PermissionRequirement<BasicPermission | ResourcePermission>,
  result: AuthorizeResult,
): void {
  if (result === AuthorizeResult.ALLOW) return;
  const { permission, refusal } = requirement;
  throw new NotAllowedError(
    `${refusal} Ask your platform team for the permission ${permission.name}.`,
  );
}
