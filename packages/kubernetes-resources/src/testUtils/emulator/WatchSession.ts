import type { JsonObject } from '@backstage/types';
import { parseFieldSelector } from './FieldSelector';
import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { parseLabelSelector } from './LabelSelector';
import type { ListOptions } from './ListOptions';
import { revisionNumber } from './ListOptions';
import type { ResourceDefinition } from './ResourceDefinition';
import { apiVersionOf } from './ResourceDefinition';
import type { ResourceStore } from './ResourceStore';
import type { StoredEvent } from './ResourceTable';

/** One line of a watch stream. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: JsonObject;
}

/** What one watcher sees: selection, start point, bookmarks. Transport is somebody else's. */
export class WatchSession {
  readonly #store: ResourceStore;
  readonly #definition: ResourceDefinition;
  readonly #matches: (object: KubernetesObject | undefined) => boolean;
  readonly #options: ListOptions;
  readonly #start: number;
  #unsubscribe: (() => void) | undefined;

  private constructor(
    store: ResourceStore,
    definition: ResourceDefinition,
    options: ListOptions,
    matches: (object: KubernetesObject | undefined) => boolean,
    start: number,
  ) {
    this.#store = store;
    this.#definition = definition;
    this.#options = options;
    this.#matches = matches;
    this.#start = start;
  }

  static create(options: {
    readonly store: ResourceStore;
    readonly definition: ResourceDefinition;
    readonly namespace: string | undefined;
    readonly name: string | undefined;
    readonly list: ListOptions;
  }): WatchSession {
    const { store, definition, namespace, name, list } = options;
    const matchesLabels = parseLabelSelector(list.labelSelector);
    const matchesFields = parseFieldSelector(list.fieldSelector, definition);
    return new WatchSession(
      store,
      definition,
      list,
      object =>
        object !== undefined &&
        (namespace === undefined || object.metadata.namespace === namespace) &&
        (name === undefined || object.metadata.name === name) &&
        matchesLabels(object.metadata.labels) &&
        matchesFields(object),
      WatchSession.#startRevision(list),
    );
  }

  static #startRevision(list: ListOptions): number {
    try {
      return revisionNumber(list.resourceVersion ?? '0');
    } catch (error) {
      throw apiErrors.internal(error instanceof Error ? error.message : '');
    }
  }

  /**
   * Sends what is due at once, then every change until {@link WatchSession.stop}.
   *
   * @throws a 410 where the start point is forgotten, a 504 where a consistent start lies in the future; both are sent
   * to the client as an ERROR event.
   */
  start(send: (event: WatchEvent) => void): void {
    const table = this.#store.table(this.#definition);
    const { sendInitialEvents } = this.#options;
    const initial = sendInitialEvents ?? this.#start === 0;
    if (initial) {
      if (this.#start > this.#store.revision) {
        throw apiErrors.futureRevision(this.#start, this.#store.revision);
      }
      const { objects, sortedKeys } = table.current();
      for (const key of sortedKeys) {
        const object = objects.get(key);
        if (object && this.#matches(object)) {
          send({ type: 'ADDED', object });
        }
      }
      if (sendInitialEvents && this.#options.allowWatchBookmarks) {
        send(this.bookmark({ 'k8s.io/initial-events-end': 'true' }));
      }
    } else if (this.#start > 0) {
      if (this.#start < table.forgottenRevision) {
        throw apiErrors.expired(
          `too old resource version: ${this.#start} (${
            table.forgottenRevision
          })`,
        );
      }
      for (const event of table.eventsAfter(this.#start)) {
        this.#forward(event, send);
      }
    }
    this.#unsubscribe = table.subscribe(event => this.#forward(event, send));
  }

  get wantsBookmarks(): boolean {
    return this.#options.allowWatchBookmarks;
  }

  bookmark(annotations?: Record<string, string>): WatchEvent {
    return {
      type: 'BOOKMARK',
      object: {
        kind: this.#definition.kind,
        apiVersion: apiVersionOf(this.#definition),
        metadata: {
          resourceVersion: String(this.#store.revision),
          ...(annotations && { annotations }),
        },
      },
    };
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #forward(event: StoredEvent, send: (event: WatchEvent) => void): void {
    if (event.revision <= this.#start) {
      return;
    }
    const { type, object, previous } = event;
    const before = this.#matches(previous);
    const after = type !== 'DELETED' && this.#matches(object);
    if (after) {
      send({ type: before ? 'MODIFIED' : 'ADDED', object });
    } else if (before && previous) {
      const last = type === 'DELETED' ? object : previous;
      // Its last selected state, with the revision of the change that took it out of the selection.
      send({
        type: 'DELETED',
        object: {
          ...last,
          metadata: {
            ...last.metadata,
            resourceVersion: object.metadata.resourceVersion,
          },
        },
      });
    }
  }
}
