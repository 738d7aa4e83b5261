import type {
  Cluster,
  ClusterResourcesService,
  ResourceObservation,
} from '@fairway/kubernetes-resources';
import type {
  AcceleratorNode,
  AcceleratorPod,
} from '@fairway/plugin-gpu-capacity-common';
import { nodeProjection, podProjection } from './projections';

/** Nodes and pods of a cluster as far as they have to do with accelerators, kept current by watches. */
export interface AcceleratorCluster {
  readonly name: string;
  readonly title: string | undefined;
  readonly nodes: ResourceObservation<AcceleratorNode>;
  readonly pods: ResourceObservation<AcceleratorPod>;
}

// Ended pods hold nothing, and a cluster can keep many of them.
const NOT_ENDED = 'status.phase!=Succeeded,status.phase!=Failed';

/** Starts watching a cluster when it is first asked for, and goes on until the plugin ends. */
export class AcceleratorClusters {
  readonly #clusterResources: ClusterResourcesService;
  readonly #configured: readonly string[] | undefined;
  readonly #watched = new Map<string, AcceleratorCluster>();

  constructor(options: {
    readonly clusterResources: ClusterResourcesService;
    readonly configured: readonly string[] | undefined;
  }) {
    this.#clusterResources = options.clusterResources;
    this.#configured = options.configured;
  }

  /** One cluster, or why it cannot be read. */
  async get(
    name: string,
  ): Promise<
    | { readonly ok: true; readonly cluster: AcceleratorCluster }
    | { readonly ok: false; readonly reason: string }
  > {
    const clusters = await this.#clusterResources.listClusters();
    const cluster = clusters.find(candidate => candidate.name === name);
    if (!cluster) {
      return {
        ok: false,
        reason: `There is no cluster "${name}" in the kubernetes configuration.`,
      };
    }
    if (cluster.access.transport === 'none') {
      return { ok: false, reason: cluster.access.reason };
    }
    return { ok: true, cluster: this.#watch(cluster) };
  }

  /** All clusters that can be read and are configured for the search of workloads. */
  async list(): Promise<readonly AcceleratorCluster[]> {
    const clusters = await this.#clusterResources.listClusters();
    return clusters
      .filter(({ name }) => this.#configured?.includes(name) ?? true)
      .filter(({ access }) => access.transport !== 'none')
      .map(cluster => this.#watch(cluster));
  }

  /** Ends all watches. */
  close() {
    for (const { nodes, pods } of this.#watched.values()) {
      nodes.close();
      pods.close();
    }
    this.#watched.clear();
  }

  #watch({ name, title }: Cluster): AcceleratorCluster {
    const known = this.#watched.get(name);
    if (known) return known;
    const core = { group: '', apiVersion: 'v1' } as const;
    const cluster: AcceleratorCluster = {
      name,
      title,
      nodes: this.#clusterResources.observe(
        { cluster: name, resource: { ...core, plural: 'nodes' } },
        nodeProjection,
      ),
      pods: this.#clusterResources.observe(
        {
          cluster: name,
          resource: { ...core, plural: 'pods' },
          fieldSelector: NOT_ENDED,
        },
        podProjection,
      ),
    };
    this.#watched.set(name, cluster);
    return cluster;
  }
}
