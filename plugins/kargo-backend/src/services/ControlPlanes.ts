import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Cluster,
  ClusterResourcesService,
} from '@fairway/kubernetes-resources';
import type { ArgoCdPlaces } from '../argocd/readArgoCdConfig';
import { STAGES } from '../domain/kargoResources';
import { ControlPlane, type ControlPlaneOptions } from './ControlPlane';

/** Why a cluster is not among the control planes. */
export interface UnreadableControlPlane {
  readonly name: string;
  readonly reason: string;
}

/** Finds the clusters with a Kargo control plane and keeps watching those that were found. */
export class ControlPlanes {
  readonly #argoCdPlaces: ArgoCdPlaces;
  readonly #clusterResources: ClusterResourcesService;
  readonly #configured: readonly string[] | undefined;
  readonly #defaultControllers: ReadonlyMap<string, string>;
  readonly #lastRead: ControlPlaneOptions['lastRead'];
  readonly #logger: LoggerService;
  readonly #found = new Map<string, ControlPlane>();

  constructor(options: {
    /** Where the Argo CDs are, as far as that is configured. */
    readonly argoCdPlaces?: ArgoCdPlaces;
    readonly clusterResources: ClusterResourcesService;
    readonly configured: readonly string[] | undefined;
    /** Names of controllers by that of their control plane. */
    readonly defaultControllers?: ReadonlyMap<string, string>;
    readonly lastRead?: ControlPlaneOptions['lastRead'];
    readonly logger: LoggerService;
  }) {
    this.#argoCdPlaces = options.argoCdPlaces ?? new Map();
    this.#clusterResources = options.clusterResources;
    this.#configured = options.configured;
    this.#defaultControllers = options.defaultControllers ?? new Map();
    this.#lastRead = options.lastRead;
    this.#logger = options.logger;
  }

  /** Looks again for control planes, so that a cluster that was unreachable or got Kargo later is found. */
  async discover(): Promise<{
    readonly controlPlanes: readonly ControlPlane[];
    readonly unreadable: readonly UnreadableControlPlane[];
  }> {
    const clusters = await this.#clusterResources.listClusters();
    const unreadable: UnreadableControlPlane[] = (this.#configured ?? [])
      .filter(name => !clusters.some(cluster => cluster.name === name))
      .map(name => ({
        name,
        reason: `kargo.controlPlanes names "${name}", which is no cluster of the kubernetes configuration`,
      }));
    await Promise.all(
      clusters
        .filter(({ name }) => this.#configured?.includes(name) ?? true)
        .map(async cluster => {
          if (this.#found.has(cluster.name)) return;
          const reason = await this.#whyNot(cluster);
          if (reason === undefined) this.#watch(cluster);
          else if (reason) unreadable.push({ name: cluster.name, reason });
        }),
    );
    return { controlPlanes: [...this.#found.values()], unreadable };
  }

  /** Those that were found so far, without looking again. */
  known(): readonly ControlPlane[] {
    return [...this.#found.values()];
  }

  /** One that was found, by its name. */
  named(name: string): ControlPlane | undefined {
    return this.#found.get(name);
  }

  /** Ends all watches. */
  close() {
    for (const controlPlane of this.#found.values()) controlPlane.close();
    this.#found.clear();
  }

  /** `undefined` where the cluster is a control plane, empty where it simply has no Kargo. */
  async #whyNot(cluster: Cluster): Promise<string | undefined> {
    const expected = this.#configured !== undefined;
    if (cluster.access.transport === 'none') {
      return expected ? cluster.access.reason : '';
    }
    const served = await this.#clusterResources.discover({
      cluster: cluster.name,
      resource: STAGES.resource,
    });
    if (!served.ok) return served.message;
    if (served.value) return undefined;
    return expected ? 'Kargo is not installed in this cluster' : '';
  }

  #watch(cluster: Cluster) {
    this.#logger.info(`Watching the Kargo control plane ${cluster.name}`);
    this.#found.set(
      cluster.name,
      ControlPlane.watch(cluster, this.#clusterResources, {
        argoCdPlaces: this.#argoCdPlaces.get(cluster.name),
        defaultController: this.#defaultControllers.get(cluster.name),
        lastRead: this.#lastRead,
      }),
    );
  }
}
