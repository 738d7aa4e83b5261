import type {
  CustomResourceMatcher,
  KubernetesFetchError,
  KubernetesWatchEvent,
  KubernetesWatchOptions,
} from '@backstage/plugin-kubernetes-common';
import type { JsonObject } from '@backstage/types';
import type { ResourceObservation } from './ResourceObservation';

/**
 * A resource type of the Kubernetes API. The core group is the empty string.
 *
 * @public
 */
export type ResourceType = CustomResourceMatcher;

/**
 * How a cluster is reached, and why not where it is not.
 *
 * @public
 */
export type ClusterAccess =
  | { readonly transport: 'direct' }
  | { readonly transport: 'proxy' }
  | { readonly transport: 'none'; readonly reason: string };

/**
 * A cluster of `kubernetes.clusterLocatorMethods`. Holds no address and no credential.
 *
 * @public
 */
export interface Cluster {
  readonly name: string;
  readonly title?: string;
  readonly dashboardUrl?: string;
  readonly access: ClusterAccess;
}

/**
 * Which objects of a resource type, in which cluster.
 *
 * @public
 */
export interface ResourceQuery {
  readonly cluster: string;
  readonly resource: ResourceType;
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /**
   * `rows` asks for the printer columns instead of the objects, which weighs a fraction: each item has `metadata`
   * (without managed fields) and `cells`, by the name of the column. `objects` by default.
   */
  readonly as?: 'objects' | 'rows';
}

/**
 * Why the cluster did not answer with data.
 *
 * @remarks
 * `absent` means that the resource type is not served (no CRD); a single object that does not exist is `not-found`.
 *
 * @public
 */
export type ResourceFailure =
  | { readonly reason: 'forbidden'; readonly error: KubernetesFetchError }
  | { readonly reason: 'unauthorized'; readonly error: KubernetesFetchError }
  | { readonly reason: 'absent'; readonly error: KubernetesFetchError }
  | { readonly reason: 'not-found'; readonly error: KubernetesFetchError }
  | { readonly reason: 'conflict'; readonly error: KubernetesFetchError }
  | { readonly reason: 'invalid'; readonly error: KubernetesFetchError }
  | { readonly reason: 'gone'; readonly error: KubernetesFetchError }
  | { readonly reason: 'unreachable'; readonly error: KubernetesFetchError };

/**
 * Result of a request to a cluster: errors of the cluster are data, not exceptions.
 *
 * @public
 */
export type ResourceResult<T> =
  | { readonly ok: true; readonly value: T }
  | ({
      readonly ok: false;
      /** One sentence for people, without addresses or credentials. */
      readonly message: string;
    } & ResourceFailure);

/**
 * As whom a cluster is asked to do something.
 *
 * @public
 */
export interface Impersonation {
  readonly user: string;
  readonly groups?: readonly string[];
}

/**
 * The one way in which backend plugins reach Kubernetes clusters.
 *
 * @remarks
 * Everything is done with the rights of the cluster entry in the `kubernetes` configuration, never with those of the
 * signed-in user: a plugin authorises its caller before it answers from here.
 *
 * @public
 */
export interface ClusterResourcesService {
  /** All configured clusters, also those that cannot be reached from the backend (with the reason). */
  listClusters(): Promise<readonly Cluster[]>;

  /**
   * One list, paged inside (`limit=500`).
   *
   * @throws `NotFoundError` where no cluster has that name. Failures of the cluster are results.
   */
  list(query: ResourceQuery): Promise<ResourceResult<readonly JsonObject[]>>;

  /**
   * One object, or the `subresource` of one.
   *
   * @throws `NotFoundError` where no cluster has that name
   */
  get(
    query: ResourceQuery & {
      readonly name: string;
      readonly subresource?: string;
    },
  ): Promise<ResourceResult<JsonObject>>;

  /** One watch; it ends when the server ends it. Failures are yielded as `{ type: 'ERROR' }`. */
  watch(
    query: ResourceQuery,
    options?: Omit<KubernetesWatchOptions, 'namespace' | 'labelSelector'>,
  ): AsyncGenerator<KubernetesWatchEvent, void, undefined>;

  /** Whether the cluster serves the resource type: `value: false` where it does not (no CRD). */
  discover(options: {
    readonly cluster: string;
    readonly resource: ResourceType;
  }): Promise<ResourceResult<boolean>>;

  /**
   * Server-side apply of one object, idempotent under the same field manager.
   *
   * @param options - `object` needs `apiVersion`, `kind` and `metadata.name`; `force` takes over fields of others.
   */
  apply(options: {
    readonly cluster: string;
    readonly resource: ResourceType;
    readonly namespace?: string;
    readonly object: JsonObject;
    readonly fieldManager: string;
    readonly force?: boolean;
    readonly dryRun?: boolean;
  }): Promise<ResourceResult<JsonObject>>;

  /**
   * Creates one object, once: nothing is sent again when the answer is lost.
   *
   * @param options - `impersonate`: as whom, so that the cluster asks for the rights of that person and records them; it
   * needs a cluster that is reached directly, with a credential that may impersonate
   */
  create(options: {
    readonly cluster: string;
    readonly resource: ResourceType;
    readonly namespace?: string;
    readonly object: JsonObject;
    readonly impersonate?: Impersonation;
  }): Promise<ResourceResult<JsonObject>>;

  /**
   * Changes parts of one object by a JSON merge patch, once: nothing is sent again when the answer is lost.
   *
   * @param options - `impersonate`: as whom, as in `create`
   */
  patch(options: {
    readonly cluster: string;
    readonly resource: ResourceType;
    readonly namespace?: string;
    readonly name: string;
    readonly patch: JsonObject;
    readonly impersonate?: Impersonation;
  }): Promise<ResourceResult<JsonObject>>;

  /**
   * A shared, always current view of a query, trimmed by the consumer.
   *
   * @remarks
   * All observations of the same query and projection share one list and watch, in all plugins of the process. It
   * starts with the first observer and stops some time after the last one closed.
   */
  observe<T>(
    query: ResourceQuery,
    projection: ResourceProjection<T>,
  ): ResourceObservation<T>;
}

/**
 * What a consumer keeps of each object. Raw objects are not retained.
 *
 * @public
 */
export interface ResourceProjection<T> {
  /** Identifies the projection: observations share a cache when query and id are equal. */
  readonly id: string;
  /**
   * Keeps what the consumer needs, or `undefined` to leave the object out. May throw on a malformed object: that
   * object is then counted in {@link ResourceSnapshot.malformed} and hides no other.
   */
  trim(object: JsonObject): T | undefined;
}
