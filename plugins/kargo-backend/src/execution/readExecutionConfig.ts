import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import type { IdentityConfig } from './kubernetes/PersonIdentities';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** A token goes there, so it goes encrypted or not out of the machine. */
const addressSchema = z.string().refine(text => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  return (
    search + hash + username === '' &&
    (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)))
  );
}, 'must be an https address without user, query and fragment');

const executorSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('kubernetes') }),
  z.strictObject({ type: z.literal('kargo-api'), url: addressSchema }),
]);

/** By what way the portal acts on a control plane. */
export type ExecutorConfig = z.infer<typeof executorSchema>;

/** Whether and how promotions are carried out. */
export interface ExecutionConfig {
  readonly enabled: boolean;
  readonly identity: IdentityConfig;
  /** By the name of the control plane; `kubernetes` for those that are not named. */
  readonly executors: ReadonlyMap<string, ExecutorConfig>;
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
  const executors = z
    .record(z.string(), executorSchema)
    .safeParse(config.getOptional('kargo.execution.executors') ?? {});
  if (!executors.success) {
    throw new InputError(
      `kargo.execution.executors: ${z.prettifyError(executors.error)}`,
    );
  }
  return {
    enabled: config.getOptionalBoolean('kargo.execution.enabled') ?? false,
    identity: {
      user,
      groups: config.getOptionalBoolean('kargo.execution.groups') ?? false,
    },
    executors: new Map(Object.entries(executors.data)),
  };
}
