import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ServedResources } from '../api/ServedResources';
import type { CacheTiming } from '../cache/CacheTiming';
import { SharedObservations } from '../cache/SharedObservations';
import { ClusterConnections } from '../clusters/ClusterConnections';
import type { PodServiceAccount } from '../transport/ClusterCredential';
import type { KubernetesBackend } from '../transport/KubernetesBackend';
import type { ClusterResourcesService } from './ClusterResourcesService';
import { DefaultClusterResourcesService } from './DefaultClusterResourcesService';

/** What all plugins of the process share: connections, discovery documents and watch caches. */
export class ClusterResources {
  static fromConfig(options: {
    readonly config: RootConfigService;
    readonly logger: LoggerService;
    readonly timing?: Partial<CacheTiming>;
    readonly pod?: PodServiceAccount;
  }): ClusterResources {
    return new ClusterResources(
      ClusterConnections.fromConfig(options),
      SharedObservations.create(options),
    );
  }

  readonly #connections: ClusterConnections;
  readonly #observations: SharedObservations;
  readonly #served = new Map<string, ServedResources>();

  private constructor(
    connections: ClusterConnections,
    observations: SharedObservations,
  ) {
    this.#connections = connections;
    this.#observations = observations;
  }

  /** The service for one plugin, which pays for its own requests with tokens of its own. */
  forPlugin(options: {
    readonly backend: KubernetesBackend;
  }): ClusterResourcesService {
    return DefaultClusterResourcesService.create({
      connections: this.#connections,
      observations: this.#observations,
      served: cluster => this.#servedBy(cluster),
      backend: options.backend,
    });
  }

  async close(): Promise<void> {
    this.#observations.close();
    await this.#connections.close();
  }

  #servedBy(cluster: string): ServedResources {
    const served = this.#served.get(cluster) ?? new ServedResources();
    this.#served.set(cluster, served);
    return served;
  }
}
