import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Caller } from '@fairway/plugin-kargo-common';

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

  /** @throws `NotAllowedError` for everything that is no person */
  async callerOf(credentials: BackstageCredentials): Promise<Caller> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only people may do this.');
    }
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    return {
      kind: 'user',
      ref: userEntityRef,
      ownershipRefs: ownershipEntityRefs,
    };
  }
}
