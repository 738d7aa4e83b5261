import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/**
 * Who acts, and on whose behalf, where there is no request from which the audit log learns it.
 *
 * @see https://backstage.io/docs/backend-system/core-services/auditor
 */
export function actorMeta(
  credentials: BackstageCredentials,
  auth: AuthService,
): JsonObject {
  if (auth.isPrincipal(credentials, 'user')) {
    const { userEntityRef, actor } = credentials.principal;
    return actor
      ? { actor: actor.subject, onBehalfOf: userEntityRef }
      : { actor: userEntityRef };
  }
  if (auth.isPrincipal(credentials, 'service')) {
    return { actor: credentials.principal.subject };
  }
  return { actor: 'nobody' };
}
