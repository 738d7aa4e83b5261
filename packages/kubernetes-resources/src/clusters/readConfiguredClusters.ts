import type { Config } from '@backstage/config';
import { isError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type { Cluster } from '../service';
import type { PodServiceAccount } from '../transport/ClusterCredential';
import type { DirectAddress } from '../transport/DirectTransport';
import { accessOfAuthProvider } from './clusterAccess';

/** A cluster of the configuration, with the address where it is reached directly. */
export interface ConfiguredCluster {
  readonly cluster: Cluster;
  readonly address?: DirectAddress;
}

/**
 * Clusters that the configuration names itself. Other locators (catalogue, GKE) are asked through the `kubernetes`
 * plugin.
 */
export function readConfiguredClusters(options: {
  readonly config: Config;
  readonly logger: LoggerService;
  readonly pod: PodServiceAccount | undefined;
}): readonly ConfiguredCluster[] {
  const { config, logger, pod } = options;
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  const clusters = new Map<string, ConfiguredCluster>();
  for (const method of methods) {
    const type = method.getOptionalString('type');
    if (type === 'localKubectlProxy') {
      const access = accessOfAuthProvider('localKubectlProxy');
      clusters.set('local', { cluster: { name: 'local', access } });
    }
    const entries =
      type === 'config' ? method.getOptionalConfigArray('clusters') ?? [] : [];
    for (const entry of entries) {
      try {
        const read = readCluster(entry, pod);
        clusters.set(read.cluster.name, read);
      } catch (error) {
        logger.warn(
          'A cluster of kubernetes.clusterLocatorMethods cannot be read and is left out',
          { reason: isError(error) ? error.message : 'unknown' },
        );
      }
    }
  }
  return [...clusters.values()];
}

function readCluster(
  entry: Config,
  pod: PodServiceAccount | undefined,
): ConfiguredCluster {
  const metadata = entry.getOptionalConfig('authMetadata');
  const authProvider =
    readKey(metadata, ANNOTATION_KUBERNETES_AUTH_PROVIDER) ??
    entry.getString('authProvider');
  const address =
    authProvider === 'serviceAccount'
      ? readAddress(entry, readKey(metadata, 'serviceAccountToken'), pod)
      : undefined;
  return {
    cluster: {
      name: entry.getString('name'),
      title: entry.getOptionalString('title'),
      dashboardUrl: entry.getOptionalString('dashboardUrl'),
      access: address
        ? { transport: 'direct' }
        : accessOfAuthProvider(authProvider),
    },
    address,
  };
}

function readAddress(
  entry: Config,
  metadataToken: string | undefined,
  pod: PodServiceAccount | undefined,
): DirectAddress | undefined {
  const token = metadataToken ?? entry.getOptionalString('serviceAccountToken');
  const skipTLSVerify = entry.getOptionalBoolean('skipTLSVerify') ?? false;
  if (token) {
    return {
      url: entry.getString('url'),
      credential: { type: 'token', token },
      caData: entry.getOptionalString('caData'),
      caFile: entry.getOptionalString('caFile'),
      skipTLSVerify,
    };
  }
  // As in the kubernetes plugin, a service account without a token means the cluster that the backend runs in, whatever
  // the URL says. Outside of a pod the kubernetes plugin may still run in one.
  return pod && { ...pod, skipTLSVerify };
}

/** Reads a key with dots in it, which `Config` would take for a path. */
function readKey(config: Config | undefined, key: string): string | undefined {
  const values = config?.get();
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    return undefined;
  }
  const value = values[key];
  return typeof value === 'string' ? value : undefined;
}
