import { NotFoundError } from '@backstage/errors';
import type { KubernetesWatchEvent } from '@backstage/plugin-kubernetes-common';
import type { JsonObject } from '@backstage/types';
import { objectIdentity, objectVersion } from '../api/objectIdentity';
import { ResourceItems } from '../cache/ResourceItems';
import type {
  Cluster,
  ClusterResourcesService,
  ResourceObservation,
  ResourceProjection,
  ResourceQuery,
  ResourceResult,
  ResourceType,
} from '@fairway/kubernetes-resources';
import { staticResourceObservation } from './staticResourceObservation';

/**
 * All objects of one type in one cluster.
 *
 * @public
 */
export interface StaticCollection {
  /** Name of the cluster. */
  readonly cluster: string;
  readonly resource: ResourceType;
  /** `rows` where the objects are those that a query for rows gives. */
  readonly as?: ResourceQuery['as'];
  readonly objects: readonly JsonObject[];
}

/**
 * What a static cluster holds. Clusters that only collections name are reached directly.
 *
 * @public
 */
export interface StaticClusterResourcesOptions {
  readonly clusters?: readonly Cluster[];
  readonly collections?: readonly StaticCollection[];
}

/** The service over literals. Of the query, the namespace counts and the selectors do not. */
export class StaticClusterResources implements ClusterResourcesService {
  static create(
    options: StaticClusterResourcesOptions = {},
  ): StaticClusterResources {
    return new StaticClusterResources(options);
  }

  readonly #clusters: ReadonlyMap<string, Cluster>;
  readonly #collections: readonly StaticCollection[];

  private constructor(options: StaticClusterResourcesOptions) {
    const { clusters = [], collections = [] } = options;
    this.#collections = collections;
    this.#clusters = new Map<string, Cluster>([
      ...collections.map(
        ({ cluster }) =>
          [
            cluster,
            { name: cluster, access: { transport: 'direct' } },
          ] as const,
      ),
      ...clusters.map(cluster => [cluster.name, cluster] as const),
    ]);
  }

  async listClusters(): Promise<readonly Cluster[]> {
    return [...this.#clusters.values()];
  }

  async list(
    query: ResourceQuery,
  ): Promise<ResourceResult<readonly JsonObject[]>> {
    const objects = this.#find(query);
    return objects ? { ok: true, value: objects } : absent();
  }

  async get(
    query: ResourceQuery & {
      readonly name: string;
      readonly subresource?: string;
    },
  ): Promise<ResourceResult<JsonObject>> {
    const objects = this.#find(
      query.subresource === undefined ? query : subresourceOf(query),
    );
    if (!objects) {
      return absent();
    }
    const key = query.namespace
      ? `${query.namespace}/${query.name}`
      : query.name;
    const found = objects.find(object => objectIdentity(object)?.key === key);
    return found
      ? { ok: true, value: found }
      : failed('not-found', 'The object does not exist.');
  }

  async *watch(
    query: ResourceQuery,
  ): AsyncGenerator<KubernetesWatchEvent, void, undefined> {
    for (const object of this.#find(query) ?? []) {
      yield { type: 'ADDED', object, resourceVersion: objectVersion(object) };
    }
  }

  async discover(query: {
    readonly cluster: string;
    readonly resource: ResourceType;
  }): Promise<ResourceResult<boolean>> {
    return { ok: true, value: this.#find(query) !== undefined };
  }

  async apply(options: {
    readonly cluster: string;
    readonly object: JsonObject;
  }): Promise<ResourceResult<JsonObject>> {
    this.#checkCluster(options.cluster);
    return { ok: true, value: options.object };
  }

  async create(options: {
    readonly cluster: string;
    readonly object: JsonObject;
  }): Promise<ResourceResult<JsonObject>> {
    this.#checkCluster(options.cluster);
    return { ok: true, value: options.object };
  }

  async patch(
    options: ResourceQuery & { readonly name: string },
  ): Promise<ResourceResult<JsonObject>> {
    return this.get(options);
  }

  observe<T>(
    query: ResourceQuery,
    projection: ResourceProjection<T>,
  ): ResourceObservation<T> {
    const objects = this.#find(query);
    if (!objects) {
      const { message } = absent();
      return staticResourceObservation<T>({
        state: { status: 'absent', message },
      });
    }
    const read = ResourceItems.create(projection);
    for (const object of objects) {
      read.put(object);
    }
    return staticResourceObservation({
      items: Object.fromEntries(read.items),
      malformed: read.malformed,
    });
  }

  #find(query: ResourceQuery): readonly JsonObject[] | undefined {
    this.#checkCluster(query.cluster);
    const { group, apiVersion, plural } = query.resource;
    return this.#collections
      .find(
        ({ cluster, resource, as }) =>
          cluster === query.cluster &&
          (as ?? 'objects') === (query.as ?? 'objects') &&
          resource.group === group &&
          resource.apiVersion === apiVersion &&
          resource.plural === plural,
      )
      ?.objects.filter(
        object =>
          !query.namespace ||
          objectIdentity(object)?.key.startsWith(`${query.namespace}/`),
      );
  }

  #checkCluster(name: string): void {
    if (!this.#clusters.has(name)) {
      throw new NotFoundError(`No cluster is named '${name}'`);
    }
  }
}

/** A subresource is a collection of its own, named as in discovery, such as `deployments/scale`. */
function subresourceOf<
  T extends ResourceQuery & { readonly subresource?: string },
>(query: T): T {
  const { resource, subresource } = query;
  return {
    ...query,
    resource: { ...resource, plural: `${resource.plural}/${subresource}` },
  };
}

function absent() {
  return failed('absent', 'The cluster does not serve this resource type.');
}

function failed(reason: 'absent' | 'not-found', message: string) {
  const error = { errorType: 'NOT_FOUND', statusCode: 404 } as const;
  return { ok: false, reason, message, error } as const;
}
