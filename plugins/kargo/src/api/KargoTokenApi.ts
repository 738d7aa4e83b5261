import { createApiRef } from '@backstage/frontend-plugin-api';

/**
 * Gets the signed-in person's own token for a Kargo, where promotions are carried out through Kargo's API.
 *
 * @public
 */
export interface KargoTokenApi {
  /**
   * The token with which Kargo knows the person, or `undefined` where there is none. It is sent to the backend for the
   * one request, which hands it on to that Kargo and keeps it nowhere.
   *
   * @param controlPlane - name of the control plane
   * @param options - `optional`: the person has not asked for anything yet, so nobody is to be asked to sign in
   */
  getToken(
    controlPlane: string,
    options: { readonly optional: boolean },
  ): Promise<string | undefined>;
}

/**
 * By default there are no tokens; provide one of your own where you set `kargo.execution.executors` to `kargo-api`.
 *
 * @public
 */
export const kargoTokenApiRef = createApiRef<KargoTokenApi>().with({
  id: 'plugin.kargo.token',
  pluginId: 'kargo',
});

/** Has no tokens. */
export class NoKargoTokens implements KargoTokenApi {
  async getToken(): Promise<undefined> {
    return undefined;
  }
}
