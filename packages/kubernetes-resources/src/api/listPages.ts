import { z } from 'zod/v4';
import type { ResourceQuery } from '../service';
import type { ClusterFailure } from './ClusterAnswer';
import type { ClusterRequests } from './ClusterRequests';
import { failureWithoutAnswer } from './clusterFailure';
import { isJsonObject } from './jsonObject';
import { resourcePath } from './resourcePath';
import { TABLE_MEDIA_TYPE, TableReader } from './TableReader';

/** What client-go asks for. */
const PAGE_LIMIT = 500;

/** Parsing blocks the event loop for about 8 ms per MiB, so pages of large objects hold fewer of them. */
const PAGE_BYTES = 2 * 1024 * 1024;

const listSchema = z.object({
  kind: z.string().optional(),
  apiVersion: z.string().optional(),
  metadata: z
    .object({
      resourceVersion: z.string().optional(),
      continue: z.string().optional(),
    })
    .optional(),
  items: z.array(z.unknown()).nullish(),
});

export type ListStep =
  | {
      readonly type: 'page';
      readonly items: readonly unknown[];
      readonly resourceVersion: string;
    }
  /** The snapshot of the list expired: what was received so far is void. */
  | { readonly type: 'restart' }
  | { readonly type: 'failed'; readonly failure: ClusterFailure };

/** A list page by page; it starts over once where the server no longer has the snapshot. */
export async function* listPages(options: {
  readonly requests: ClusterRequests;
  readonly query: ResourceQuery;
  readonly signal?: AbortSignal;
}): AsyncGenerator<ListStep, void, undefined> {
  const { requests, query, signal } = options;
  let limit = PAGE_LIMIT;
  let next: string | undefined;
  let restarted = false;
  for (;;) {
    const answer = await requests.get({
      path: resourcePath(query),
      query: listParameters(query, limit, next),
      accept: acceptOf(query),
      signal,
    });
    if (!answer.ok) {
      const { failure } = answer;
      if (failure.result.reason !== 'gone' || !next || restarted) {
        yield { type: 'failed', failure };
        return;
      }
      restarted = true;
      next = undefined;
      yield { type: 'restart' };
      continue;
    }
    const list = readList(query, answer.value.body);
    if (!list) {
      yield {
        type: 'failed',
        failure: failureWithoutAnswer('the answer is not a list'),
      };
      return;
    }
    const { metadata, items } = list;
    yield {
      type: 'page',
      items,
      resourceVersion: metadata?.resourceVersion ?? '',
    };
    next = metadata?.continue || undefined;
    if (!next) {
      return;
    }
    if (answer.value.bytes > PAGE_BYTES) {
      limit = Math.max(
        10,
        Math.floor((items.length * PAGE_BYTES) / answer.value.bytes),
      );
    }
  }
}

/** What to ask for, so that the answer has the form that the query wants. */
export function acceptOf(query: ResourceQuery): string {
  return query.as === 'rows' ? TABLE_MEDIA_TYPE : 'application/json';
}

function readList(query: ResourceQuery, body: unknown) {
  if (query.as === 'rows') return new TableReader().read(body);
  const list = listSchema.safeParse(body);
  if (!list.success) return undefined;
  const items = list.data.items ?? [];
  nameType(items, list.data);
  return { metadata: list.data.metadata, items };
}

function listParameters(
  query: ResourceQuery,
  limit: number,
  next: string | undefined,
): URLSearchParams {
  const parameters = selectorParameters(query);
  parameters.set('limit', String(limit));
  if (next) {
    parameters.set('continue', next);
  }
  return parameters;
}

export function selectorParameters(query: ResourceQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  if (query.labelSelector) {
    parameters.set('labelSelector', query.labelSelector);
  }
  if (query.fieldSelector) {
    parameters.set('fieldSelector', query.fieldSelector);
  }
  return parameters;
}

/** Items of built-in types come without their type in a list, but with it from a get or a watch. */
function nameType(
  items: readonly unknown[],
  list: { readonly kind?: string; readonly apiVersion?: string },
): void {
  const kind = list.kind?.replace(/List$/, '');
  for (const item of items) {
    if (isJsonObject(item) && kind && list.apiVersion) {
      item.kind ??= kind;
      item.apiVersion ??= list.apiVersion;
    }
  }
}
