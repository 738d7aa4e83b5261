import type {
  ClusterResourcesService,
  ResourceChange,
  ResourceObservation,
  ResourceProjection,
  ResourceQuery,
} from '@fairway/kubernetes-resources';
import {
  clusterResourcesServiceMock,
  type KubernetesObject,
} from '@fairway/kubernetes-resources/testUtils';

type Objects = Map<string, KubernetesObject>;
type Listener = (key: string, object: KubernetesObject | undefined) => void;

/** One cluster that serves these plurals in `v1`, of which objects come and go. */
export class LiveClusterResources {
  readonly #objects: ReadonlyMap<string, Objects>;
  readonly #listeners: Array<{ plural: string; tell: Listener }> = [];
  readonly service: ClusterResourcesService;

  constructor(plurals: readonly string[]) {
    this.#objects = new Map(plurals.map(plural => [plural, new Map()]));
    this.service = clusterResourcesServiceMock.mock({
      discover: async ({ resource: { plural, apiVersion } }) => ({
        ok: true,
        value: apiVersion === 'v1' && this.#objects.has(plural),
      }),
      observe: (query, projection) => this.#observe(query, projection),
    });
  }

  /** Puts an object, or takes it away. Is told at once. */
  set(plural: string, key: string, object: KubernetesObject | undefined): void {
    const objects = this.#objects.get(plural);
    if (object === undefined) objects?.delete(key);
    else objects?.set(key, object);
    for (const listener of this.#listeners) {
      if (listener.plural === plural) listener.tell(key, object);
    }
  }

  #observe<T>(
    { resource: { plural }, fieldSelector }: ResourceQuery,
    projection: ResourceProjection<T>,
  ): ResourceObservation<T> {
    const isFailed = fieldSelector === 'status.phase=Failed';
    const objects: Objects = isFailed
      ? new Map()
      : this.#objects.get(plural) ?? new Map();
    const items = new Map<string, T>();
    const put = (
      key: string,
      object: KubernetesObject | undefined,
    ): ResourceChange<T> => {
      const before = items.get(key);
      const after = object === undefined ? undefined : projection.trim(object);
      if (after === undefined) items.delete(key);
      else items.set(key, after);
      return { key, before, after };
    };
    for (const [key, object] of objects) put(key, object);
    const snapshot = () => ({
      state: { status: 'live', asOf: new Date(0) } as const,
      items,
      malformed: [],
    });
    const subscribers: Array<(changes: ResourceChange<T>[]) => void> = [];
    if (!isFailed) {
      this.#listeners.push({
        plural,
        tell: (key, object) => {
          const change = put(key, object);
          for (const subscriber of subscribers) subscriber([change]);
        },
      });
    }
    return {
      snapshot,
      settled: async () => snapshot(),
      subscribe: subscriber => {
        subscribers.push(subscriber);
        return () => {};
      },
      close: () => {},
    };
  }
}
