import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonObject } from '@backstage/types';
import type { Clock } from './Clock';
import { KubernetesApiError } from './KubernetesApiError';
import { isKubernetesObject } from './KubernetesObject';
import type { ListOptions } from './ListOptions';
import type { Representation } from './Representation';
import type { ResourceDefinition } from './ResourceDefinition';
import { partialMetadata, readIncludeObject, tableOf } from './TableView';
import type { WatchEvent, WatchSession } from './WatchSession';

/** The real server picks 30 to 60 minutes. */
const DEFAULT_TIMEOUT_SECONDS = 45 * 60;
const BOOKMARK_INTERVAL_MS = 60_000;
/** Before the end of a watch the server says once more how far it was. */
const LAST_BOOKMARK_MS = 2000;

interface Connection {
  readonly session: WatchSession;
  send(event: WatchEvent): void;
  end(): void;
  cut(): void;
}

/** The open watches of an emulator, as HTTP streams of JSON lines. */
export class WatchConnections {
  readonly #connections = new Set<Connection>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#connections.size;
  }

  open(options: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly session: WatchSession;
    readonly definition: ResourceDefinition;
    readonly list: ListOptions;
    readonly representation: Representation;
    readonly query: URLSearchParams;
  }): void {
    const { response, session, list, request } = options;
    const toLine = this.#encoder(options);
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.flushHeaders();

    const timers: NodeJS.Timeout[] = [];
    const connection: Connection = {
      session,
      send: event => {
        response.write(toLine(event));
      },
      end: () => {
        this.#forget(connection, timers);
        response.end();
      },
      cut: () => {
        this.#forget(connection, timers);
        response.destroy();
      },
    };
    const close = () => this.#forget(connection, timers);
    this.#connections.add(connection);
    request.once('close', close);
    response.once('close', close);

    try {
      session.start(event => connection.send(event));
    } catch (error) {
      if (!(error instanceof KubernetesApiError) || !error.status) {
        throw error;
      }
      response.write(
        `${JSON.stringify({ type: 'ERROR', object: error.status })}\n`,
      );
      connection.end();
      return;
    }
    const timeoutMs = (list.timeoutSeconds || DEFAULT_TIMEOUT_SECONDS) * 1000;
    timers.push(setTimeout(() => connection.end(), timeoutMs));
    if (session.wantsBookmarks) {
      const bookmark = () => connection.send(session.bookmark());
      timers.push(setInterval(bookmark, BOOKMARK_INTERVAL_MS));
      if (timeoutMs > LAST_BOOKMARK_MS) {
        timers.push(setTimeout(bookmark, timeoutMs - LAST_BOOKMARK_MS));
      }
    }
    timers.forEach(timer => timer.unref());
  }

  #forget(connection: Connection, timers: readonly NodeJS.Timeout[]): void {
    connection.session.stop();
    timers.forEach(clearTimeout);
    this.#connections.delete(connection);
  }

  /** Sends a bookmark now on all watches that asked for them. */
  sendBookmarks(): void {
    for (const connection of this.#connections) {
      if (connection.session.wantsBookmarks) {
        connection.send(connection.session.bookmark());
      }
    }
  }

  endAll(): void {
    [...this.#connections].forEach(connection => connection.end());
  }

  /** Breaks the connections off without an end of the stream. */
  cutAll(): void {
    [...this.#connections].forEach(connection => connection.cut());
  }

  #encoder(options: {
    readonly definition: ResourceDefinition;
    readonly representation: Representation;
    readonly query: URLSearchParams;
  }): (event: WatchEvent) => string {
    const { definition, representation, query } = options;
    const line = (type: string, object: JsonObject) =>
      `${JSON.stringify({ type, object })}\n`;
    switch (representation.kind) {
      case 'metadata':
        return ({ type, object }) => line(type, partialMetadata(object));
      case 'table': {
        const includeObject = readIncludeObject(query.get('includeObject'));
        let first = true;
        return ({ type, object }) => {
          const row = isKubernetesObject(object)
            ? object
            : {
                ...object,
                apiVersion: '',
                kind: '',
                metadata: { ...metadataOf(object), name: '' },
              };
          const table = tableOf({
            definition,
            objects: [row],
            metadata: { ...revisionOf(object) },
            includeObject,
            version: representation.version,
            now: this.#clock.now(),
            withColumns: first,
          });
          first = false;
          return line(type, table);
        };
      }
      default:
        return ({ type, object }) => line(type, object);
    }
  }
}

function metadataOf(object: JsonObject): JsonObject {
  const { metadata } = object;
  return typeof metadata === 'object' &&
    metadata !== null &&
    !Array.isArray(metadata)
    ? metadata
    : {};
}

function revisionOf(object: JsonObject): JsonObject {
  const { resourceVersion } = metadataOf(object);
  return resourceVersion === undefined ? {} : { resourceVersion };
}
