import { z } from 'zod/v4';
import type {
  KubernetesWatchEvent,
  KubernetesWatchOptions,
} from '@backstage/plugin-kubernetes-common';
import type { JsonObject } from '@backstage/types';
import type { ResourceQuery } from '../service';
import type {
  ClusterResponse,
  ClusterTransport,
} from '../transport/ClusterTransport';
import type { ClusterFailure } from './ClusterAnswer';
import { readBody } from './ClusterRequests';
import {
  failureOfError,
  failureOfErrorEvent,
  failureOfResponse,
  failureWithoutAnswer,
} from './clusterFailure';
import { isJsonObject } from './jsonObject';
import { LineSplitter } from './LineSplitter';
import { acceptOf, selectorParameters } from './listPages';
import { objectVersion } from './objectIdentity';
import { readParts } from './readParts';
import { resourcePath } from './resourcePath';
import { TableReader } from './TableReader';

const MIN_TIMEOUT_SECONDS = 240;
const MAX_TIMEOUT_SECONDS = 290;

/** How much longer than its own timeout a watch may stay silent before its connection counts as dead. */
const GRACE_MS = 30_000;

const eventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK']),
    object: z.custom<JsonObject>(isJsonObject),
  }),
  z.object({ type: z.literal('ERROR'), object: z.unknown() }),
]);

type DataEvent = Exclude<KubernetesWatchEvent, { readonly type: 'ERROR' }>;

export type WatchOptions = Omit<
  KubernetesWatchOptions,
  'namespace' | 'labelSelector'
>;

export type WatchStep =
  /** The server accepted the watch. */
  | { readonly type: 'opened' }
  | { readonly type: 'event'; readonly event: DataEvent }
  /** Always the last step; a watch that its server ends in order has none. */
  | { readonly type: 'failed'; readonly failure: ClusterFailure };

/**
 * One watch, until the server ends it.
 *
 * @remarks
 * Compressed watches stall: the Backstage backend buffers what it compresses. A watch without `timeoutSeconds` could stay
 * open for an hour behind a proxy that does not pass on that we hung up, so there always is one.
 */
export async function* watchSteps(options: {
  readonly transport: ClusterTransport;
  readonly query: ResourceQuery;
  readonly watch: WatchOptions;
}): AsyncGenerator<WatchStep, void, undefined> {
  const { transport, query, watch } = options;
  const { signal } = watch;
  const path = resourcePath(query);
  const timeoutSeconds = watch.timeoutSeconds ?? randomTimeoutSeconds();
  let response: ClusterResponse | undefined;
  try {
    response = await transport.send({
      method: 'GET',
      path,
      query: watchParameters(query, { ...watch, timeoutSeconds }),
      headers: { accept: acceptOf(query), 'accept-encoding': 'identity' },
      signal,
      silenceMs: timeoutSeconds * 1000 + GRACE_MS,
    });
    if (response.status !== 200) {
      const text = (await readBody(response)).toString();
      const failure = failureOfResponse({ ...response, text, path });
      yield { type: 'failed', failure };
      return;
    }
    yield { type: 'opened' };
    yield* readEvents(response, {
      path,
      table: query.as === 'rows' ? new TableReader() : undefined,
      signal,
    });
  } catch (error) {
    if (!signal?.aborted) {
      yield { type: 'failed', failure: failureOfError(error) };
    }
  } finally {
    response?.discard();
  }
}

interface EventReading {
  readonly path: string;
  /** Present where the events hold rows. */
  readonly table: TableReader | undefined;
  readonly signal: AbortSignal | undefined;
}

async function* readEvents(
  response: ClusterResponse,
  reading: EventReading,
): AsyncGenerator<WatchStep, void, undefined> {
  const { signal } = reading;
  const lines = new LineSplitter();
  for await (const part of readParts(response.body, signal)) {
    for (const line of lines.push(part)) {
      const step = readEvent(line, reading);
      yield step;
      if (step.type === 'failed') {
        return;
      }
    }
  }
  if (lines.isInsideLine && !signal?.aborted) {
    const failure = failureWithoutAnswer('the watch was cut inside an event');
    yield { type: 'failed', failure };
  }
}

function readEvent(line: string, reading: EventReading): WatchStep {
  const { path, table } = reading;
  const event = eventSchema.safeParse(parseLine(line));
  if (!event.success) return notAnEvent();
  if (event.data.type === 'ERROR') {
    const failure = failureOfErrorEvent(event.data.object, path);
    return { type: 'failed', failure };
  }
  const { type, object: received } = event.data;
  // The metadata of a table has the version too.
  const resourceVersion = objectVersion(received);
  const object = table ? table.read(received)?.items[0] : received;
  return object
    ? { type: 'event', event: { type, object, resourceVersion } }
    : notAnEvent();
}

function notAnEvent(): WatchStep {
  const detail = 'the watch sent something that is not an event';
  return { type: 'failed', failure: failureWithoutAnswer(detail) };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function watchParameters(
  query: ResourceQuery,
  watch: WatchOptions,
): URLSearchParams {
  const parameters = selectorParameters(query);
  parameters.set('watch', 'true');
  parameters.set('timeoutSeconds', String(watch.timeoutSeconds));
  if (watch.resourceVersion !== undefined) {
    parameters.set('resourceVersion', watch.resourceVersion);
  }
  if (watch.allowWatchBookmarks) {
    parameters.set('allowWatchBookmarks', 'true');
  }
  if (watch.sendInitialEvents !== undefined) {
    parameters.set('sendInitialEvents', String(watch.sendInitialEvents));
  }
  if (watch.resourceVersionMatch) {
    parameters.set('resourceVersionMatch', watch.resourceVersionMatch);
  }
  return parameters;
}

// Spread, so that watches that began together do not end together.
function randomTimeoutSeconds(): number {
  return Math.round(
    MIN_TIMEOUT_SECONDS +
      Math.random() * (MAX_TIMEOUT_SECONDS - MIN_TIMEOUT_SECONDS),
  );
}
