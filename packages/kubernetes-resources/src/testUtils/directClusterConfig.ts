import type { JsonObject } from '@backstage/types';

/**
 * Configuration of clusters that are reached directly with a token, such as emulators.
 *
 * @public
 */
export function directClusterConfig(
  clusters: ReadonlyArray<{
    readonly name: string;
    readonly url: string;
    readonly token: string;
  }>,
): JsonObject {
  return {
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url, token }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
          })),
        },
      ],
    },
  };
}
