import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { gpuCapacityWorkloadReadPermission } from '@fairway/plugin-gpu-capacity-common';
import { PodNames } from './PodNames';

/** Finds out which names of pods a caller may know. */
export class PodNamesReader {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #platformTeams: readonly string[];

  constructor(options: {
    readonly auth: AuthService;
    readonly permissions: PermissionsService;
    readonly userInfo: UserInfoService;
    /** Entity refs of the groups that run the platform. */
    readonly platformTeams: readonly string[];
  }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#platformTeams = options.platformTeams;
  }

  async read(credentials: BackstageCredentials): Promise<PodNames> {
    const [[decision], ownershipRefs] = await Promise.all([
      this.#permissions.authorize(
        [{ permission: gpuCapacityWorkloadReadPermission }],
        { credentials },
      ),
      this.#ownershipRefs(credentials),
    ]);
    return new PodNames({
      mayReadWorkloads: decision.result === AuthorizeResult.ALLOW,
      isPlatformTeam: ownershipRefs.some(ref =>
        this.#platformTeams.includes(ref),
      ),
      ownershipRefs,
    });
  }

  /** A service owns nothing: it sees what every reader sees. */
  async #ownershipRefs(
    credentials: BackstageCredentials,
  ): Promise<readonly string[]> {
    if (!this.#auth.isPrincipal(credentials, 'user')) return [];
    const info = await this.#userInfo.getUserInfo(credentials);
    return info.ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US'));
  }
}
