import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { kargoPromotionReadPermission } from '@fairway/plugin-kargo-common';

/**
 * Lets a caller pass that may read, person or agent.
 *
 * @throws `NotAllowedError` saying whom to ask
 */
export async function requireRead(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<void> {
  const [decision] = await permissions.authorize(
    [{ permission: kargoPromotionReadPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      'You may not see promotions. Ask your platform team for the permission kargo.promotion.read.',
    );
  }
}
