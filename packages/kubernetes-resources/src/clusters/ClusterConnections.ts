import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Agent } from 'undici';
import type { Cluster } from '../service';
import {
  findPodServiceAccount,
  type PodServiceAccount,
} from '../transport/ClusterCredential';
import type { ClusterTransport } from '../transport/ClusterTransport';
import { DirectTransport } from '../transport/DirectTransport';
import type { KubernetesBackend } from '../transport/KubernetesBackend';
import { ProxyTransport } from '../transport/ProxyTransport';
import { fetchBackendClusters } from './fetchBackendClusters';
import {
  readConfiguredClusters,
  type ConfiguredCluster,
} from './readConfiguredClusters';

/** How long the list of the `kubernetes` plugin is believed, also that there is none. */
const BACKEND_CLUSTERS_TTL_MS = 60_000;

type ClusterLookup =
  | { readonly found: 'transport'; readonly transport: ClusterTransport }
  | { readonly found: 'none'; readonly reason: string }
  | { readonly found: 'unknown' };

/** All clusters and the connections to them: one per process. */
export class ClusterConnections {
  static fromConfig(options: {
    readonly config: RootConfigService;
    readonly logger: LoggerService;
    readonly pod?: PodServiceAccount;
  }): ClusterConnections {
    const { config, logger, pod = findPodServiceAccount() } = options;
    return new ClusterConnections(
      readConfiguredClusters({ config, logger, pod }),
      logger,
    );
  }

  readonly #configured: ReadonlyMap<string, ConfiguredCluster>;
  readonly #logger: LoggerService;
  readonly #direct = new Map<string, DirectTransport>();
  readonly #backendAgent = new Agent();
  #backendClusters: Promise<readonly Cluster[]> | undefined;
  #backendClustersUntil = 0;

  private constructor(
    configured: readonly ConfiguredCluster[],
    logger: LoggerService,
  ) {
    this.#configured = new Map(configured.map(c => [c.cluster.name, c]));
    this.#logger = logger;
  }

  async listClusters(backend: KubernetesBackend): Promise<readonly Cluster[]> {
    const others = await this.#listBackendClusters(backend);
    return [
      ...[...this.#configured.values()].map(({ cluster }) => cluster),
      ...others.filter(({ name }) => !this.#configured.has(name)),
    ];
  }

  async find(name: string, backend: KubernetesBackend): Promise<ClusterLookup> {
    const configured = this.#configured.get(name);
    const cluster =
      configured?.cluster ??
      (await this.#listBackendClusters(backend)).find(c => c.name === name);
    if (!cluster) {
      return { found: 'unknown' };
    }
    if (cluster.access.transport === 'none') {
      return { found: 'none', reason: cluster.access.reason };
    }
    return configured?.address
      ? this.#findDirect(name, configured.address)
      : {
          found: 'transport',
          transport: ProxyTransport.create({
            cluster: name,
            backend,
            dispatcher: this.#backendAgent,
          }),
        };
  }

  async close(): Promise<void> {
    await Promise.all([
      this.#backendAgent.destroy(),
      ...[...this.#direct.values()].map(transport => transport.close()),
    ]);
  }

  #findDirect(
    name: string,
    address: NonNullable<ConfiguredCluster['address']>,
  ): ClusterLookup {
    const known = this.#direct.get(name);
    if (known) {
      return { found: 'transport', transport: known };
    }
    try {
      const transport = DirectTransport.create(address);
      this.#direct.set(name, transport);
      return { found: 'transport', transport };
    } catch {
      return {
        found: 'none',
        reason: 'Its certificate authority cannot be read.',
      };
    }
  }

  #listBackendClusters(
    backend: KubernetesBackend,
  ): Promise<readonly Cluster[]> {
    if (this.#backendClusters && Date.now() < this.#backendClustersUntil) {
      return this.#backendClusters;
    }
    this.#backendClustersUntil = Date.now() + BACKEND_CLUSTERS_TTL_MS;
    const before = this.#backendClusters;
    this.#backendClusters = fetchBackendClusters({
      backend,
      dispatcher: this.#backendAgent,
    }).catch(() => {
      if (!before) {
        this.#logger.info(
          'The kubernetes plugin gives no list of clusters; only those of kubernetes.clusterLocatorMethods are known',
        );
      }
      return before ?? [];
    });
    return this.#backendClusters;
  }
}
