import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterAnswer } from '../api/ClusterAnswer';
import type { ResourceClient } from '../api/ResourceClient';
import type {
  ResourceObservation,
  ResourceProjection,
  ResourceQuery,
} from '../service';
import { DEFAULT_CACHE_TIMING, type CacheTiming } from './CacheTiming';
import { ResourceCache } from './ResourceCache';

const SETTLED_TIMEOUT_MS = 10_000;

interface SharedCache {
  readonly cache: Pick<ResourceCache<unknown>, 'stop'>;
  observers: number;
  linger?: NodeJS.Timeout;
}

/** One cache for each query and projection, for as long as somebody observes it and a little longer. */
export class SharedObservations {
  static create(options: {
    readonly logger: LoggerService;
    readonly timing?: Partial<CacheTiming>;
  }): SharedObservations {
    return new SharedObservations(options.logger, options.timing);
  }

  readonly #logger: LoggerService;
  readonly #timing: CacheTiming;
  readonly #caches = new Map<string, SharedCache>();

  private constructor(logger: LoggerService, timing?: Partial<CacheTiming>) {
    this.#logger = logger;
    this.#timing = { ...DEFAULT_CACHE_TIMING, ...timing };
  }

  observe<T>(options: {
    readonly query: ResourceQuery;
    readonly projection: ResourceProjection<T>;
    readonly connect: () => Promise<ClusterAnswer<ResourceClient>>;
  }): ResourceObservation<T> {
    const key = keyOf(options.query, options.projection.id);
    const shared: SharedCache = this.#caches.get(key) ?? {
      cache: ResourceCache.start({
        ...options,
        logger: this.#logger,
        timing: this.#timing,
      }),
      observers: 0,
    };
    this.#caches.set(key, shared);
    shared.observers += 1;
    clearTimeout(shared.linger);
    // The id of a projection stands for its type: that is what sharing by id means.
    const cache = shared.cache as ResourceCache<T>;
    const subscriptions = new Set<() => void>();
    let isOpen = true;
    return {
      snapshot: () => cache.snapshot(),
      settled: async settledOptions => {
        await cache.settled(settledOptions?.timeoutMs ?? SETTLED_TIMEOUT_MS);
        return cache.snapshot();
      },
      subscribe: listener => {
        const unsubscribe = cache.subscribe(listener);
        subscriptions.add(unsubscribe);
        return () => {
          subscriptions.delete(unsubscribe);
          unsubscribe();
        };
      },
      close: () => {
        if (isOpen) {
          isOpen = false;
          for (const unsubscribe of subscriptions) {
            unsubscribe();
          }
          this.#leave(key, shared);
        }
      },
    };
  }

  close(): void {
    for (const { cache, linger } of this.#caches.values()) {
      clearTimeout(linger);
      cache.stop();
    }
    this.#caches.clear();
  }

  #leave(key: string, shared: SharedCache): void {
    shared.observers -= 1;
    if (shared.observers === 0 && this.#caches.get(key) === shared) {
      shared.linger = setTimeout(() => {
        shared.cache.stop();
        this.#caches.delete(key);
      }, this.#timing.lingerMs);
      shared.linger.unref();
    }
  }
}

function keyOf(query: ResourceQuery, projectionId: string): string {
  const { cluster, resource, namespace, labelSelector, fieldSelector } = query;
  return JSON.stringify([
    cluster,
    resource.group,
    resource.apiVersion,
    resource.plural,
    namespace ?? null,
    labelSelector ?? null,
    fieldSelector ?? null,
    query.as ?? 'objects',
    projectionId,
  ]);
}
