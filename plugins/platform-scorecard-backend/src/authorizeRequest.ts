import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { Request } from 'express';

/** @throws NotAllowedError where the caller does not hold the permission */
export async function authorizeCredentials(options: {
  readonly permissions: PermissionsService;
  readonly permission: BasicPermission;
  readonly credentials: BackstageCredentials;
}): Promise<void> {
  const { permissions, permission, credentials } = options;
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You need the permission ${permission.name}. Ask who runs this Backstage to give it to you.`,
    );
  }
}

/** Checks a permission with the credentials of the caller. */
export async function authorizeRequest(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly permission: BasicPermission;
  readonly request: Request;
}): Promise<void> {
  await authorizeCredentials({
    ...options,
    credentials: await options.httpAuth.credentials(options.request),
  });
}
