import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SeededRandom } from '../clock/SeededRandom';
import { demoHistory } from './demoHistory';
import { HistorySender } from './HistorySender';

const events = demoHistory({
  random: new SeededRandom('fairway'),
  now: new Date('2026-11-21T00:00:00Z'),
});

describe('HistorySender', () => {
  const closers: Array<() => void> = [];
  afterEach(() => closers.splice(0).forEach(close => close()));

  async function receiver(listener: RequestListener) {
    const server = createServer(listener);
    closers.push(() => server.close());
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    return new HistorySender({
      url: `http://127.0.0.1:${port}/facts`,
      token: 'secret',
      retryMs: 5,
    });
  }

  it('waits for the receiver and sends each event once', async () => {
    const received: string[] = [];
    let calls = 0;
    const sender = await receiver(async (request, response) => {
      calls += 1;
      if (calls <= 2) {
        response.writeHead(calls === 1 ? 503 : 404).end();
        return;
      }
      expect(request.headers.authorization).toBe('Bearer secret');
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const batch: Array<{ id: string }> = JSON.parse(
        Buffer.concat(chunks).toString(),
      );
      received.push(...batch.map(({ id }) => id));
      response.end(JSON.stringify({ rejected: [] }));
    });
    await sender.send(events, { signal: new AbortController().signal });
    expect(received).toEqual(events.map(({ id }) => id));
  });

  it('says that the receiver refuses, instead of trying for ever', async () => {
    const sender = await receiver((_request, response) => {
      response.writeHead(403).end();
    });
    await expect(
      sender.send(events, { signal: new AbortController().signal }),
    ).rejects.toThrow('The receiver answered 403');
  });

  it('ends when it is told to', async () => {
    const controller = new AbortController();
    const sender = await receiver((_request, response) => {
      response.writeHead(503).end();
      controller.abort();
    });
    await expect(
      sender.send(events, { signal: controller.signal }),
    ).resolves.toBeUndefined();
  });
});
