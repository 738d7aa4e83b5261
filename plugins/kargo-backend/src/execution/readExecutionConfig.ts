import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { IdentityConfig } from './PersonIdentities';

/** Whether and how promotions are carried out. */
export interface ExecutionConfig {
  readonly enabled: boolean;
  readonly identity: IdentityConfig;
}

/** @throws `InputError` where a value is none of those that are known */
export function readExecutionConfig(
  config: RootConfigService,
): ExecutionConfig {
  const user = config.getOptionalString('kargo.execution.user') ?? 'email';
  if (user !== 'email' && user !== 'name') {
    throw new InputError(
      `kargo.execution.user is "${user}"; it may be email or name`,
    );
  }
  return {
    enabled: config.getOptionalBoolean('kargo.execution.enabled') ?? false,
    identity: {
      user,
      groups: config.getOptionalBoolean('kargo.execution.groups') ?? false,
    },
  };
}
