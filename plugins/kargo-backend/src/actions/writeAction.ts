import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type {
  ActionsRegistryService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import type { JsonObject } from '@backstage/types';
import { readEntityRef } from '@fairway/backend-requests';
import type { CallerOptions } from '../approvals/People';
import { actorMeta } from '../audit/actorMeta';
import { agentIdentity } from '../audit/agentIdentity';
import { audited } from '../audit/audited';
import { requireEntityRights } from '../execution/requireEntityRights';
import { PROMOTE } from '../requirements';

/** What every action that writes needs. */
export interface WriteActionDeps {
  readonly actionsRegistry: ActionsRegistryService;
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly permissions: PermissionsService;
  readonly tracing: TracingService;
}

/** Descriptions of what the actions about one promotion ask for. */
export const PROMOTION_INPUTS = {
  freight: 'Name, alias or version of the freight',
  reason: 'Why, for those who decide and those who read the history',
} as const;

/**
 * Writes with the rights of the person on whose behalf an agent asks. The audit log tells of it, also where it is refused;
 * therefore such actions have no `visibilityPermission`, by which the registry would refuse before anybody is told.
 *
 * @throws `NotAllowedError` that names the permission, `InputError` where the text is no entity ref, and what `write` throws
 */
export async function writeForEntity<T>(
  action: {
    readonly eventId: string;
    readonly input: { readonly entityRef: string } & JsonObject;
    readonly credentials: BackstageCredentials;
  },
  { auditor, auth, permissions, tracing }: WriteActionDeps,
  write: (asked: {
    readonly entityRef: string;
    /** The input without the entity. */
    readonly body: JsonObject;
    readonly caller: CallerOptions;
  }) => Promise<{ readonly answer: T; readonly meta: JsonObject }>,
): Promise<T> {
  const { eventId, input, credentials } = action;
  const agent = agentIdentity(tracing);
  const meta = {
    ...input,
    ...actorMeta(credentials, auth),
    ...(Object.keys(agent).length > 0 && { agent: { ...agent } }),
  };
  return audited(auditor, { eventId, meta }, async () => {
    const { entityRef: text, ...body } = input;
    const entityRef = readEntityRef(text);
    await requireEntityRights(entityRef, { permissions, credentials }, PROMOTE);
    return write({ entityRef, body, caller: { credentials, byAgent: agent } });
  });
}
