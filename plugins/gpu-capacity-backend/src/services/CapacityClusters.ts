import type {
  Cluster,
  ClusterResourcesService,
} from '@fairway/kubernetes-resources';
import type {
  AcceleratorRegistry,
  ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import type { DeviceMetrics } from '../prometheus/DeviceMetrics';
import {
  ClusterCapacity,
  type ClusterBasics,
  type ClusterView,
} from './ClusterCapacity';

/** One cluster, or why it cannot be read. */
export type FoundCluster<V extends ClusterBasics = ClusterView> =
  | { readonly ok: true; readonly view: V }
  | { readonly ok: false; readonly cluster: string; readonly reason: string };

/** What history and cost need of the clusters. */
export interface ListsClusters {
  list(): Promise<ReadonlyArray<FoundCluster<ClusterBasics>>>;
}

const FIRST_ANSWER_TIMEOUT_MS = 5_000;

/** Starts watching a cluster when it is first asked for, and goes on until the plugin ends. */
export class CapacityClusters {
  readonly #clusterResources: ClusterResourcesService;
  readonly #configured: readonly string[] | undefined;
  readonly #registry: AcceleratorRegistry;
  readonly #metrics: DeviceMetrics;
  readonly #starvingAfterSeconds: number;
  readonly #seenShapes: (cluster: string) => readonly ShapeDemand[];
  readonly #watched = new Map<string, ClusterCapacity>();

  constructor(options: {
    readonly clusterResources: ClusterResourcesService;
    /** Absent: every cluster is searched for the pods of components. */
    readonly configured: readonly string[] | undefined;
    readonly registry: AcceleratorRegistry;
    readonly metrics: DeviceMetrics;
    /** How long a queue waits before it starves. */
    readonly starvingAfterSeconds: number;
    /** Shapes that were seen in a cluster before; none by default. */
    readonly seenShapes?: (cluster: string) => readonly ShapeDemand[];
  }) {
    this.#clusterResources = options.clusterResources;
    this.#configured = options.configured;
    this.#registry = options.registry;
    this.#metrics = options.metrics;
    this.#starvingAfterSeconds = options.starvingAfterSeconds;
    this.#seenShapes = options.seenShapes ?? (() => []);
  }

  async get(name: string): Promise<FoundCluster> {
    const clusters = await this.#clusterResources.listClusters();
    const cluster = clusters.find(candidate => candidate.name === name);
    return cluster
      ? this.#read(cluster)
      : {
          ok: false,
          cluster: name,
          reason: `There is no cluster "${name}" in the kubernetes configuration.`,
        };
  }

  /** All clusters that are configured for the search of workloads. */
  async list(): Promise<readonly FoundCluster[]> {
    const clusters = await this.#clusterResources.listClusters();
    return Promise.all(
      clusters
        .filter(({ name }) => this.#configured?.includes(name) ?? true)
        .map(cluster => this.#read(cluster)),
    );
  }

  /** What is known of a cluster that is watched, without waiting. */
  known(name: string): ClusterView | undefined {
    return this.#watched.get(name)?.view();
  }

  /** Ends all watches. */
  close(): void {
    for (const cluster of this.#watched.values()) cluster.close();
    this.#watched.clear();
  }

  async #read(cluster: Cluster): Promise<FoundCluster> {
    if (cluster.access.transport === 'none') {
      return {
        ok: false,
        cluster: cluster.name,
        reason: cluster.access.reason,
      };
    }
    return {
      ok: true,
      view: await this.#watch(cluster).settled({
        timeoutMs: FIRST_ANSWER_TIMEOUT_MS,
      }),
    };
  }

  #watch(cluster: Cluster): ClusterCapacity {
    const known = this.#watched.get(cluster.name);
    if (known) return known;
    const watched = ClusterCapacity.observe({
      cluster,
      clusterResources: this.#clusterResources,
      registry: this.#registry,
      metrics: this.#metrics,
      starvingAfterSeconds: this.#starvingAfterSeconds,
      seenShapes: () => this.#seenShapes(cluster.name),
    });
    this.#watched.set(cluster.name, watched);
    return watched;
  }
}
