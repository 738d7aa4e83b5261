import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Caller } from '@fairway/plugin-kargo-common';
import { agentName, type AgentIdentity } from '../audit/agentIdentity';
import type { KargoToken } from '../execution/kargoApi/KargoToken';

/** With whose rights something is asked for. */
export interface CallerOptions {
  readonly credentials: BackstageCredentials;
  /** The agent that asks on behalf of the person, where it is none of the pages. */
  readonly byAgent?: AgentIdentity;
  /** The person's own token for the Kargo that is acted on, where the browser has one. */
  readonly kargoToken?: KargoToken;
}

/** Finds out which person a caller is. */
export class People {
  readonly #auth: AuthService;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    readonly auth: AuthService;
    readonly userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#userInfo = options.userInfo;
  }

  /** @throws `NotAllowedError` for everything that is no person, and no agent on behalf of one */
  async callerOf({ credentials, byAgent }: CallerOptions): Promise<Caller> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only people may do this.');
    }
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    const person = {
      ref: userEntityRef,
      ownershipRefs: ownershipEntityRefs,
    };
    return byAgent
      ? {
          ...person,
          kind: 'agent',
          agent: agentName(byAgent, credentials.principal.actor?.subject),
        }
      : { ...person, kind: 'user' };
  }
}
