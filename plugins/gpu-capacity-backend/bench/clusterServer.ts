import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@backstage/types';
import { numberBelow } from '@fairway/benchmarks';
import { EVENTS_PER_SECOND, NODES } from './estate';
import { syntheticNode } from './syntheticNode';
import { placements, syntheticPod } from './syntheticPods';
import { QUEUES_PATH, queueCollections } from './syntheticQueues';

/**
 * An API server with synthetic nodes and pods. Lists are paged with `limit` and `continue`; after the message `begin`
 * pods come, go and change at a steady rate.
 */
const places = placements();

const collections: Record<
  string,
  { readonly size: number; readonly create: (index: number) => JsonObject }
> = {
  '/api/v1/nodes': { size: NODES, create: syntheticNode },
  '/api/v1/pods': {
    size: places.length,
    create: index => syntheticPod(places[index]),
  },
  ...Object.fromEntries(
    Object.entries(queueCollections).map(([plural, collection]) => [
      `${QUEUES_PATH}/${plural}`,
      collection,
    ]),
  ),
};

const discovery: Record<string, string> = {
  [QUEUES_PATH]: JSON.stringify({
    resources: Object.keys(queueCollections).map(name => ({ name })),
  }),
};

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
    if (url.pathname.endsWith('/pods')) watches.add(response);
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
