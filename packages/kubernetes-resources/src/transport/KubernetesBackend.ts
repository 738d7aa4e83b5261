import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';

/**
 * The backend of the `kubernetes` plugin as one of our plugins may call it.
 *
 * @remarks
 * Each plugin calls with a token of its own, so that the audit log of the `kubernetes` plugin names the plugin that
 * reads or writes. A shared view is paid for by the plugin that observed it first.
 */
export class KubernetesBackend {
  static create(options: {
    readonly auth: AuthService;
    readonly discovery: DiscoveryService;
  }): KubernetesBackend {
    return new KubernetesBackend(options.auth, options.discovery);
  }

  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  private constructor(auth: AuthService, discovery: DiscoveryService) {
    this.#auth = auth;
    this.#discovery = discovery;
  }

  async call(): Promise<{ readonly baseUrl: string; readonly token: string }> {
    const baseUrl = await this.#discovery.getBaseUrl('kubernetes');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    return { baseUrl, token };
  }
}
