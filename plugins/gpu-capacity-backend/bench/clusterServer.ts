import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@backstage/types';
import { numberBelow } from '@fairway/benchmarks';
import { EVENTS_PER_SECOND, NODES, SMALL_NODES, SMALL_PATH } from './estate';
import { syntheticNode } from './syntheticNode';
import { placements, syntheticPod } from './syntheticPods';
import { QUEUES_PATH, queueCollections } from './syntheticQueues';
import { WORKLOAD_PATHS } from './syntheticWorkloads';

/**
 * An API server with synthetic nodes and pods. Lists are paged with `limit` and `continue`; after the message `begin`
 * pods come, go and change at a steady rate.
 */
const places = placements();

const smallPlaces = places.filter(({ node }) => node < SMALL_NODES);

const collections: Record<
  string,
  { readonly size: number; readonly create: (index: number) => JsonObject }
> = {
  ...nodesAndPods('', NODES, places),
  ...nodesAndPods(SMALL_PATH, SMALL_NODES, smallPlaces),
  ...Object.fromEntries(
    ['', SMALL_PATH].flatMap(prefix =>
      Object.entries(WORKLOAD_PATHS).flatMap(([path, served]) =>
        Object.entries(served).map(([plural, collection]) => [
          `${prefix}${path}/${plural}`,
          collection,
        ]),
      ),
    ),
  ),
  ...Object.fromEntries(
    Object.entries(queueCollections).map(([plural, collection]) => [
      `${QUEUES_PATH}/${plural}`,
      collection,
    ]),
  ),
};

const discovery: Record<string, string> = {
  [QUEUES_PATH]: resourceList(queueCollections),
  ...Object.fromEntries(
    ['', SMALL_PATH].flatMap(prefix =>
      Object.entries(WORKLOAD_PATHS).map(([path, served]) => [
        `${prefix}${path}`,
        resourceList(served),
      ]),
    ),
  ),
};

function nodesAndPods(
  prefix: string,
  nodes: number,
  placed: ReturnType<typeof placements>,
): typeof collections {
  return {
    [`${prefix}/api/v1/nodes`]: { size: nodes, create: syntheticNode },
    [`${prefix}/api/v1/pods`]: {
      size: placed.length,
      create: index => syntheticPod(placed[index]),
    },
  };
}

function resourceList(served: object): string {
  return JSON.stringify({
    resources: Object.keys(served).map(name => ({ name })),
  });
}

const watches = new Set<ServerResponse>();
const TICK_MS = 50;

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const collection = collections[url.pathname];
  const document = discovery[url.pathname];
  response.writeHead(collection || document ? 200 : 404, {
    'content-type': 'application/json',
  });
  if (!collection) {
    response.end(document ?? '{}');
  } else if (url.searchParams.has('watch')) {
    response.flushHeaders();
    if (url.pathname === '/api/v1/pods') watches.add(response);
    response.once('close', () => watches.delete(response));
  } else {
    const start = Number(url.searchParams.get('continue') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? collection.size);
    const end = Math.min(collection.size, start + limit);
    const items = Array.from({ length: end - start }, (_, i) =>
      JSON.stringify(collection.create(start + i)),
    );
    response.end(
      `{"metadata":{"resourceVersion":"500000","continue":"${
        end < collection.size ? end : ''
      }"},"items":[${items.join()}]}`,
    );
  }
});

// Whoever reads a long page is busy with it for a while, and asks on the same connection afterwards.
server.keepAliveTimeout = 120_000;

let version = 500_000;

/** The same pods come back that went, so that the cluster stays as full as it was. */
function* events(): Generator<JsonObject> {
  for (let turn = 0; ; turn += 1) {
    const index = numberBelow(places.length, `event/${turn}`);
    const pod = syntheticPod(places[index]);
    for (const type of turn % 2 === 0 ? ['MODIFIED'] : ['DELETED', 'ADDED']) {
      version += 1;
      yield {
        type,
        object: {
          ...pod,
          metadata: {
            ...(typeof pod.metadata === 'object' && pod.metadata),
            resourceVersion: String(version),
          },
        },
      };
    }
  }
}

function begin(): void {
  const source = events();
  setInterval(() => {
    for (let i = 0; i < (EVENTS_PER_SECOND * TICK_MS) / 1000; i += 1) {
      const line = `${JSON.stringify(source.next().value)}\n`;
      for (const watch of watches) watch.write(line);
    }
  }, TICK_MS);
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});

process.on('message', message => {
  if (message === 'begin') begin();
});
// Whoever measures may fail; the server must not outlive it.
process.once('disconnect', () => process.exit());
