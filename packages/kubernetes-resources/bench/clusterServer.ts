import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@backstage/types';
import { syntheticNode, syntheticPod } from './syntheticObjects';

/**
 * An API server with synthetic nodes and pods, in a process of its own so that it does not use the measured one's event
 * loop and heap. Arguments: nodes, pods, seed. Lists are paged with `limit` and `continue`; watches stay idle.
 */
const [nodes, pods, seed] = process.argv.slice(2).map(Number);

const collections: Record<
  string,
  { readonly size: number; readonly create: (index: number) => JsonObject }
> = {
  '/api/v1/nodes': { size: nodes, create: index => syntheticNode(index, seed) },
  '/api/v1/pods': {
    size: pods,
    create: index => syntheticPod(index, seed, nodes),
  },
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const collection = collections[url.pathname];
  response.writeHead(collection ? 200 : 404, {
    'content-type': 'application/json',
  });
  if (!collection) {
    response.end('{}');
  } else if (url.searchParams.has('watch')) {
    response.flushHeaders();
  } else {
    const start = Number(url.searchParams.get('continue') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? collection.size);
    const end = Math.min(collection.size, start + limit);
    writeList(response, {
      next: end < collection.size ? String(end) : '',
      items: itemsOf(collection.create, start, end),
    }).catch(() => response.destroy());
  }
});

async function writeList(
  response: ServerResponse,
  list: { readonly next: string; readonly items: Iterable<string> },
): Promise<void> {
  response.write(
    `{"metadata":{"resourceVersion":"500000","continue":"${list.next}"},"items":[`,
  );
  let separator = '';
  for (const item of list.items) {
    if (!response.write(separator + item)) {
      await new Promise(resolve => {
        response.once('drain', resolve);
      });
    }
    separator = ',';
  }
  response.end(']}');
}

function* itemsOf(
  create: (index: number) => JsonObject,
  start: number,
  end: number,
): Generator<string> {
  for (let index = start; index < end; index++) {
    yield JSON.stringify(create(index));
  }
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});

// Whoever measures may fail; the server must not outlive it.
process.once('disconnect', () => process.exit());
