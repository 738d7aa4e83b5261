import type { ClusterAccess } from '../service';

const OF_THE_USER =
  'Its auth provider signs in each user in the browser, so the backend has no credential of its own for it.';

const NO_CREDENTIAL =
  'It is reached through a local kubectl proxy, which would receive the Backstage token. Give the cluster an auth provider that works in the backend, for example serviceAccount.';

const PROXY: ClusterAccess = { transport: 'proxy' };

/** How the clusters of an auth provider are reached where the backend does not hold the token itself. */
const ACCESS_BY_AUTH_PROVIDER: Readonly<
  Record<string, ClusterAccess | undefined>
> = {
  aws: PROXY,
  azure: PROXY,
  googleServiceAccount: PROXY,
  serviceAccount: PROXY,
  aks: { transport: 'none', reason: OF_THE_USER },
  google: { transport: 'none', reason: OF_THE_USER },
  oidc: { transport: 'none', reason: OF_THE_USER },
  pinniped: { transport: 'none', reason: OF_THE_USER },
  localKubectlProxy: { transport: 'none', reason: NO_CREDENTIAL },
};

export function accessOfAuthProvider(authProvider: string): ClusterAccess {
  return (
    ACCESS_BY_AUTH_PROVIDER[authProvider] ?? {
      transport: 'none',
      reason: `Its auth provider '${authProvider}' is not known to work in the backend.`,
    }
  );
}
