import { NotFoundError } from '@backstage/errors';
import type { KubernetesWatchEvent } from '@backstage/plugin-kubernetes-common';
import type { JsonObject } from '@backstage/types';
import { toResult, type ClusterAnswer } from '../api/ClusterAnswer';
import { failureWithoutAnswer } from '../api/clusterFailure';
import {
  ResourceClient,
  type ApplyOptions,
  type CreateOptions,
  type PatchOptions,
} from '../api/ResourceClient';
import type { ServedResources } from '../api/ServedResources';
import type { WatchOptions } from '../api/watchSteps';
import type { SharedObservations } from '../cache/SharedObservations';
import type { ClusterConnections } from '../clusters/ClusterConnections';
import type { KubernetesBackend } from '../transport/KubernetesBackend';
import type {
  Cluster,
  ClusterResourcesService,
  ResourceProjection,
  ResourceQuery,
  ResourceResult,
  ResourceType,
} from './ClusterResourcesService';
import type { ResourceObservation } from './ResourceObservation';

/** How soon a cluster that cannot be reached at all is looked for again. */
const LOOKUP_RETRY_MS = 60_000;

interface Options {
  readonly connections: ClusterConnections;
  readonly observations: SharedObservations;
  readonly served: (cluster: string) => ServedResources;
  readonly backend: KubernetesBackend;
}

/** The service as one plugin has it. */
export class DefaultClusterResourcesService implements ClusterResourcesService {
  static create(options: Options): DefaultClusterResourcesService {
    return new DefaultClusterResourcesService(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async listClusters(): Promise<readonly Cluster[]> {
    return this.#options.connections.listClusters(this.#options.backend);
  }

  async list(
    query: ResourceQuery,
  ): Promise<ResourceResult<readonly JsonObject[]>> {
    return this.#request(query.cluster, client => client.list(query));
  }

  async get(
    query: ResourceQuery & {
      readonly name: string;
      readonly subresource?: string;
    },
  ): Promise<ResourceResult<JsonObject>> {
    return this.#request(query.cluster, client => client.get(query));
  }

  async *watch(
    query: ResourceQuery,
    options: WatchOptions = {},
  ): AsyncGenerator<KubernetesWatchEvent, void, undefined> {
    const connection = await this.#connect(query.cluster);
    if (!connection.ok) {
      yield { type: 'ERROR', error: connection.failure.result.error };
      return;
    }
    for await (const step of connection.value.watch(query, options)) {
      if (step.type === 'event') {
        yield step.event;
      } else if (step.type === 'failed') {
        yield { type: 'ERROR', error: step.failure.result.error };
      }
    }
  }

  async discover(options: {
    readonly cluster: string;
    readonly resource: ResourceType;
  }): Promise<ResourceResult<boolean>> {
    return this.#request(options.cluster, client =>
      client.serves(options.resource),
    );
  }

  async apply(
    options: ApplyOptions & { readonly cluster: string },
  ): Promise<ResourceResult<JsonObject>> {
    return this.#request(options.cluster, client => client.apply(options));
  }

  async create(
    options: CreateOptions & { readonly cluster: string },
  ): Promise<ResourceResult<JsonObject>> {
    return this.#request(options.cluster, client => client.create(options));
  }

  async patch(
    options: PatchOptions & { readonly cluster: string },
  ): Promise<ResourceResult<JsonObject>> {
    return this.#request(options.cluster, client => client.patch(options));
  }

  observe<T>(
    query: ResourceQuery,
    projection: ResourceProjection<T>,
  ): ResourceObservation<T> {
    return this.#options.observations.observe({
      query,
      projection,
      connect: async () => {
        try {
          return await this.#connect(query.cluster);
        } catch (error) {
          return unavailable(
            error instanceof NotFoundError
              ? error.message
              : 'it cannot be looked up',
          );
        }
      },
    });
  }

  async #request<T>(
    cluster: string,
    send: (client: ResourceClient) => Promise<ClusterAnswer<T>>,
  ): Promise<ResourceResult<T>> {
    const connection = await this.#connect(cluster);
    return toResult(connection.ok ? await send(connection.value) : connection);
  }

  /** @throws `NotFoundError` where no cluster has that name. */
  async #connect(cluster: string): Promise<ClusterAnswer<ResourceClient>> {
    const { connections, backend, served } = this.#options;
    const lookup = await connections.find(cluster, backend);
    switch (lookup.found) {
      case 'transport':
        return {
          ok: true,
          value: ResourceClient.create({
            transport: lookup.transport,
            served: served(cluster),
          }),
        };
      case 'none':
        return unavailable(lookup.reason);
      default:
        throw new NotFoundError(`No cluster is named '${cluster}'`);
    }
  }
}

function unavailable(reason: string): {
  readonly ok: false;
  readonly failure: ReturnType<typeof failureWithoutAnswer>;
} {
  const failure = failureWithoutAnswer(reason.replace(/\.$/, ''));
  return { ok: false, failure: { ...failure, retryAfterMs: LOOKUP_RETRY_MS } };
}
