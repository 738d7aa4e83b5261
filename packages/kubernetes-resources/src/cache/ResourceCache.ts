import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterAnswer, ClusterFailure } from '../api/ClusterAnswer';
import { failureOfError, failureWithoutAnswer } from '../api/clusterFailure';
import type { ResourceClient } from '../api/ResourceClient';
import type { WatchStep } from '../api/watchSteps';
import type {
  ResourceChange,
  ResourceProjection,
  ResourceQuery,
  ResourceSnapshot,
} from '../service';
import { Backoff } from './Backoff';
import {
  reduceCacheState,
  toObservationState,
  versionToWatchFrom,
  type CacheAction,
  type CacheState,
} from './CacheState';
import type { CacheTiming } from './CacheTiming';
import { ChangeFeed } from './ChangeFeed';
import { Relist } from './Relist';
import { ResourceItems } from './ResourceItems';
import { TimeSlice } from './TimeSlice';

export interface ResourceCacheOptions<T> {
  readonly query: ResourceQuery;
  readonly projection: ResourceProjection<T>;
  readonly connect: () => Promise<ClusterAnswer<ResourceClient>>;
  readonly logger: LoggerService;
  readonly timing: CacheTiming;
}

/**
 * A view of a query that follows the cluster.
 *
 * @remarks
 * One loop: list, then watch from the version of the list, one watch after the other, each from where the last one
 * ended. After a failure the loop pauses and goes on from the last version, or from a new list when the server no longer
 * has the changes since (410). A new list is gathered aside and takes the place of the old one when it is complete, so
 * observers see the old items as stale until then, and never a part of a list. What to believe meanwhile is decided in
 * `reduceCacheState`; what objects become is decided in `ResourceItems`; here is only the order of things.
 */
export class ResourceCache<T> {
  static start<T>(options: ResourceCacheOptions<T>): ResourceCache<T> {
    const cache = new ResourceCache(options);
    cache.#run();
    return cache;
  }

  readonly #options: ResourceCacheOptions<T>;
  readonly #items: ResourceItems<T>;
  readonly #feed: ChangeFeed<T>;
  readonly #backoff: Backoff;
  readonly #stopping = new AbortController();
  readonly #settledListeners = new Set<() => void>();
  #state: CacheState = { status: 'loading' };
  #hasRelisted = false;
  /** Where the cluster allows to list but not to watch: the version that it refused to watch from. */
  #refusedVersion: string | undefined;

  private constructor(options: ResourceCacheOptions<T>) {
    const { projection, logger, timing } = options;
    this.#options = options;
    this.#items = ResourceItems.create(projection);
    this.#feed = ChangeFeed.create({ logger });
    this.#backoff = Backoff.create({
      minMs: timing.backoffMinMs,
      maxMs: timing.backoffMaxMs,
    });
  }

  snapshot(): ResourceSnapshot<T> {
    return {
      state: toObservationState(this.#state, Date.now()),
      items: this.#items.items,
      malformed: this.#items.malformed,
    };
  }

  subscribe(
    listener: (changes: ReadonlyArray<ResourceChange<T>>) => void,
  ): () => void {
    return this.#feed.subscribe(listener);
  }

  /** Waits until it is no longer loading, or stopped, or the time is over. */
  async settled(timeoutMs: number): Promise<void> {
    if (this.#state.status !== 'loading' || this.#stopping.signal.aborted) {
      return;
    }
    let onSettled = () => {};
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>(resolve => {
      onSettled = resolve;
      this.#settledListeners.add(onSettled);
      timer = setTimeout(resolve, timeoutMs);
    });
    clearTimeout(timer);
    this.#settledListeners.delete(onSettled);
  }

  stop(): void {
    this.#stopping.abort();
    this.#tellSettled();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const pauseMs = await this.#followOnce(signal).catch(error =>
        this.#fail(failureOfError(error)),
      );
      await sleep(pauseMs, undefined, { signal }).catch(() => {});
    }
  }

  /** @returns how long to pause before the next turn, in milliseconds */
  async #followOnce(signal: AbortSignal): Promise<number> {
    const connection = await this.#options.connect();
    if (!connection.ok) {
      return this.#fail(connection.failure);
    }
    if (versionToWatchFrom(this.#state) === undefined) {
      const failure =
        (await this.#retryRefusedWatch(connection.value, signal)) ??
        (await this.#list(connection.value, signal));
      if (failure) {
        return this.#fail(failure);
      }
    }
    return signal.aborted ? 0 : this.#watch(connection.value, signal);
  }

  // Without this, a view that may list but not watch would come and go with each list.
  async #retryRefusedWatch(
    client: ResourceClient,
    signal: AbortSignal,
  ): Promise<ClusterFailure | undefined> {
    if (this.#refusedVersion === undefined) {
      return undefined;
    }
    for await (const step of client.watch(this.#options.query, {
      resourceVersion: this.#refusedVersion,
      timeoutSeconds: 1,
      signal,
    })) {
      if (step.type === 'failed' && step.failure.result.reason !== 'gone') {
        return step.failure;
      }
      break;
    }
    this.#refusedVersion = undefined;
    return undefined;
  }

  async #list(
    client: ResourceClient,
    signal: AbortSignal,
  ): Promise<ClusterFailure | undefined> {
    const startedMs = Date.now();
    const slice = new TimeSlice();
    let relist = Relist.of(this.#items);
    let resourceVersion = '';
    for await (const step of client.pages(this.#options.query, signal)) {
      if (step.type === 'failed') {
        return step.failure;
      }
      if (step.type === 'restart') {
        relist = Relist.of(this.#items);
        continue;
      }
      resourceVersion = step.resourceVersion;
      await relist.take(step.items, slice);
      await slice.rest();
    }
    const { successor, changes } = await relist.finish(slice);
    if (!signal.aborted) {
      this.#items.replaceBy(successor);
      this.#dispatch({ type: 'listed', resourceVersion }, startedMs);
      this.#feed.record(changes);
    }
    return undefined;
  }

  async #watch(client: ResourceClient, signal: AbortSignal): Promise<number> {
    const { query, timing } = this.#options;
    const startedMs = Date.now();
    const isLong = () => Date.now() - startedMs >= timing.shortestWatchMs;
    const presumedOpen = client.announcesIdleWatches
      ? undefined
      : setTimeout(
          () => this.#dispatch({ type: 'watch-opened' }),
          timing.presumedOpenMs,
        );
    const resourceVersion = versionToWatchFrom(this.#state);
    let hasProgressed = false;
    try {
      for await (const step of client.watch(query, {
        resourceVersion,
        allowWatchBookmarks: true,
        signal,
      })) {
        if (step.type === 'failed') {
          if (isLong()) {
            this.#succeed();
          }
          if (step.failure.result.reason === 'forbidden') {
            this.#refusedVersion = resourceVersion;
          }
          return this.#fail(step.failure);
        }
        if (step.type === 'event') {
          hasProgressed = true;
          this.#succeed();
        }
        this.#take(step);
      }
    } finally {
      clearTimeout(presumedOpen);
    }
    if (signal.aborted) {
      return 0;
    }
    this.#dispatch({ type: 'watch-ended' });
    if (hasProgressed || isLong()) {
      this.#succeed();
      return 0;
    }
    return this.#fail(failureWithoutAnswer('it ended the watch at once'));
  }

  #take(step: Exclude<WatchStep, { readonly type: 'failed' }>): void {
    if (step.type === 'opened') {
      this.#dispatch({ type: 'watch-opened' });
      return;
    }
    const { type, object, resourceVersion } = step.event;
    this.#dispatch({ type: 'advanced', resourceVersion });
    if (type === 'BOOKMARK') {
      return;
    }
    const change =
      type === 'DELETED' ? this.#items.remove(object) : this.#items.put(object);
    this.#feed.record(change ? [change] : []);
  }

  /** @returns how long to pause, in milliseconds */
  #fail(failure: ClusterFailure): number {
    const { timing } = this.#options;
    this.#dispatch({ type: 'failed', failure: failure.result });
    const pauseMs = this.#backoff.next();
    if (this.#state.status === 'forbidden' || this.#state.status === 'absent') {
      this.#feed.record(this.#items.clear());
      return timing.slowRetryMs;
    }
    if (failure.result.reason === 'gone' && !this.#hasRelisted) {
      // A version that is too old needs a new list, not patience.
      this.#hasRelisted = true;
      return 0;
    }
    return Math.max(pauseMs, failure.retryAfterMs ?? 0);
  }

  #succeed(): void {
    this.#hasRelisted = false;
    this.#backoff.reset();
  }

  #dispatch(action: CacheAction, atMs = Date.now()): void {
    const before = this.#state;
    this.#state = reduceCacheState(before, action, atMs);
    if (this.#state.status !== before.status) {
      this.#feed.record([]);
      this.#log();
    }
    if (this.#state.status !== 'loading') {
      this.#tellSettled();
    }
  }

  #tellSettled(): void {
    for (const tell of this.#settledListeners) {
      tell();
    }
  }

  #log(): void {
    const { query, logger } = this.#options;
    const what = `${query.resource.plural} in cluster '${query.cluster}'`;
    switch (this.#state.status) {
      case 'forbidden':
        logger.warn(`Not observing ${what}. ${this.#state.message}`);
        break;
      case 'absent':
        logger.info(`Not observing ${what}. ${this.#state.message}`);
        break;
      case 'stale':
        logger.info(`The view of ${what} is stale. ${this.#state.error}`);
        break;
      default:
        logger.debug(`The view of ${what} is ${this.#state.status}`);
    }
  }
}
