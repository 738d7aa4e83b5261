import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@backstage/types';
import { PROMOTIONS_PER_STAGE, STAGES, WAREHOUSES } from './estate';
import { syntheticFreight } from './syntheticFreight';
import {
  PROJECTS,
  syntheticAnalysisRun,
  syntheticLease,
  syntheticWarehouse,
} from './syntheticObjects';
import {
  GENERATIONS,
  PROMOTION_COLUMNS,
  promotionName,
  promotionRow,
  syntheticPromotion,
} from './syntheticPromotion';
import { syntheticStage } from './syntheticStage';

/**
 * The API server of a Kargo control plane, in a process of its own so that it uses neither the event loop nor the heap of
 * the measured one. Lists are paged with `limit` and `continue`, and given as a Table to who asks for one. Since the message
 * `begin`, watches get 50 events a second: stages that change, promotions that are created and come to their end.
 */
const NOW_MS = Date.now();
const EVENT_MS = 20;
const LIST_VERSION = 1_000_000;

/** A list, or one that is created object by object. */
interface Collection {
  readonly size: number;
  readonly item: (index: number) => JsonObject;
  readonly row?: (index: number) => unknown;
  readonly projectOf?: (index: number) => string;
}

const collectionOf = (items: readonly JsonObject[]): Collection => ({
  size: items.length,
  item: index => items[index],
});

const promotionKey = (index: number) => ({
  stage: STAGES[Math.floor(index / PROMOTIONS_PER_STAGE)],
  age: index % PROMOTIONS_PER_STAGE,
  nowMs: NOW_MS,
});
const freights = WAREHOUSES.flatMap(at =>
  GENERATIONS.map(generation => ({ ...at, generation })),
);

const KARGO = '/apis/kargo.akuity.io/v1alpha1';
const collections: Readonly<Record<string, Collection>> = {
  [`${KARGO}/projects`]: collectionOf(PROJECTS),
  [`${KARGO}/warehouses`]: {
    size: WAREHOUSES.length,
    item: index => syntheticWarehouse(WAREHOUSES[index]),
    projectOf: index => WAREHOUSES[index].project,
  },
  [`${KARGO}/stages`]: {
    size: STAGES.length,
    item: index =>
      syntheticStage(STAGES[index], { nowMs: NOW_MS, resourceVersion: 1 }),
    projectOf: index => STAGES[index].project,
  },
  [`${KARGO}/freights`]: {
    size: freights.length,
    item: index => syntheticFreight(freights[index], NOW_MS),
    projectOf: index => freights[index].project,
  },
  [`${KARGO}/promotions`]: {
    size: STAGES.length * PROMOTIONS_PER_STAGE,
    item: index => syntheticPromotion(promotionKey(index), 1),
    row: index => promotionRow(promotionKey(index), 1),
    projectOf: index => promotionKey(index).stage.project,
  },
  '/apis/coordination.k8s.io/v1/leases': collectionOf(
    ['shard0', 'shard1', 'shard2'].map(shard => syntheticLease(shard, NOW_MS)),
  ),
  '/apis/argoproj.io/v1alpha1/analysisruns': {
    size: STAGES.length,
    item: index => syntheticAnalysisRun(STAGES[index]),
    projectOf: index => STAGES[index].project,
  },
};

const watchers: Record<'stages' | 'promotions', Set<ServerResponse>> = {
  stages: new Set(),
  promotions: new Set(),
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, before, project, after] =
    /^(.*)\/namespaces\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
  const path = project ? `${before}${after}` : url.pathname;
  const collection = collections[path];
  if (!collection) {
    answerOther(path, response);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  if (url.searchParams.has('watch')) {
    response.flushHeaders();
    const watched =
      watchers[path.endsWith('/stages') ? 'stages' : 'promotions'];
    if (/\/(stages|promotions)$/.test(path)) {
      watched.add(response);
      response.once('close', () => watched.delete(response));
    }
    return;
  }
  const start = Number(url.searchParams.get('continue') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? collection.size);
  writeList(response, collection, {
    start,
    end: Math.min(collection.size, start + limit),
    project,
    table: Boolean(request.headers.accept?.includes('as=Table')),
  }).catch(() => response.destroy());
});

/** Discovery, and what the control plane does not have. */
function answerOther(path: string, response: ServerResponse): void {
  const names = Object.keys(collections)
    .filter(known => known.startsWith(`${path}/`))
    .map(known => ({ name: known.slice(path.length + 1) }));
  response.writeHead(names.length > 0 ? 200 : 404, {
    'content-type': 'application/json',
  });
  response.end(
    JSON.stringify(
      names.length > 0
        ? { kind: 'APIResourceList', resources: names }
        : { kind: 'Status', status: 'Failure', code: 404, reason: 'NotFound' },
    ),
  );
}

async function writeList(
  response: ServerResponse,
  collection: Collection,
  page: {
    readonly start: number;
    readonly end: number;
    readonly project: string | undefined;
    readonly table: boolean;
  },
): Promise<void> {
  const { start, end, project, table } = page;
  const { row, item, projectOf, size } = collection;
  const next = end < size ? String(end) : '';
  const metadata = `"metadata":{"resourceVersion":"${LIST_VERSION}","continue":"${next}"}`;
  const create = table && row ? row : item;
  response.write(
    table && row
      ? `{"kind":"Table","apiVersion":"meta.k8s.io/v1",${metadata},"columnDefinitions":${JSON.stringify(
          PROMOTION_COLUMNS,
        )},"rows":[`
      : `{${metadata},"items":[`,
  );
  let separator = '';
  for (let index = start; index < end; index++) {
    if (project && projectOf && projectOf(index) !== project) continue;
    if (!response.write(separator + JSON.stringify(create(index)))) {
      await new Promise(resolve => {
        response.once('drain', resolve);
      });
    }
    separator = ',';
  }
  response.end(']}');
}

/** Of four events, two change a stage, one creates a promotion and one ends it. */
function* events(): Generator<
  readonly ['stages' | 'promotions', object],
  never
> {
  for (let index = 0, version = LIST_VERSION + 1; ; index++) {
    const stage = STAGES[(index * 7) % STAGES.length];
    const key = { stage, age: -1 - index, nowMs: NOW_MS };
    const changed = () =>
      syntheticStage(stage, { nowMs: NOW_MS, resourceVersion: version++ });
    const rowEvent = (type: string, phase: string) => ({
      type,
      object: {
        kind: 'Table',
        apiVersion: 'meta.k8s.io/v1',
        metadata: { resourceVersion: String(version) },
        columnDefinitions: index < 1 ? PROMOTION_COLUMNS : null,
        rows: [promotionRow({ ...key, phase }, version++)],
      },
    });
    yield ['stages', { type: 'MODIFIED', object: changed() }];
    yield ['promotions', rowEvent('ADDED', 'Running')];
    yield ['stages', { type: 'MODIFIED', object: changed() }];
    yield ['promotions', rowEvent('MODIFIED', 'Succeeded')];
  }
}

process.once('message', () => {
  const source = events();
  setInterval(() => {
    const [kind, event] = source.next().value;
    for (const watcher of watchers[kind]) {
      watcher.write(`${JSON.stringify(event)}\n`);
    }
  }, EVENT_MS);
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({
    url: `http://127.0.0.1:${port}`,
    promotion: promotionName(STAGES[0], 0, NOW_MS),
  });
});

// Whoever measures may fail; the server must not outlive it.
process.once('disconnect', () => process.exit());
