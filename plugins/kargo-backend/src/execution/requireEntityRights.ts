import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  requirePermission,
  requireResourcePermission,
  type PermissionRequirement,
} from '@fairway/backend-requests';
import { READ } from '../requirements';

/**
 * Lets a caller pass that may see promotions and holds, of the entity, what else is asked.
 *
 * @throws `NotAllowedError` that names the permission
 */
export async function requireEntityRights(
  entityRef: string,
  caller: {
    readonly permissions: PermissionsService;
    readonly credentials: BackstageCredentials;
  },
  requirement?: PermissionRequirement<ResourcePermission>,
): Promise<void> {
  await requirePermission(READ, caller);
  if (!requirement) return;
  await requireResourcePermission(requirement, {
    ...caller,
    resourceRef: entityRef,
  });
}
