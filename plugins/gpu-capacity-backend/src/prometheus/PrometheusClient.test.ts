import type {
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { AnsweringServer } from '../__testUtils__/prometheus/AnsweringServer';
import { PrometheusClient } from './PrometheusClient';

const TOKEN = 'very-secret-token';
const PASSWORD = 'hunter2-secret';
const BASIC = Buffer.from(`reader:${PASSWORD}`).toString('base64');

const vector = (result: unknown, more: object = {}) => ({
  status: 'success',
  data: { resultType: 'vector', result },
  ...more,
});

describe('PrometheusClient', () => {
  let server: AnsweringServer | undefined;

  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  async function clientOf(
    listener: RequestListener,
    options: {
      readonly timeoutMs?: number;
      readonly maxBytes?: number;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    server = await AnsweringServer.start(listener);
    return new PrometheusClient({
      url: `${server.url}/`,
      headers: { authorization: `Bearer ${TOKEN}` },
      timeoutMs: 5_000,
      ...options,
    });
  }

  const says =
    (body: unknown, status = 200): RequestListener =>
    (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };

  it('posts the query as a form, with its credentials', async () => {
    const seen: unknown[] = [];
    const client = await clientOf(async (request, response) => {
      seen.push(
        request.method,
        request.url,
        request.headers.authorization,
        Object.fromEntries(new URLSearchParams(await text(request))),
      );
      says(vector([]))(request, response);
    });
    await client.query('up{a="b&c=d"}', { atSeconds: 1_800_000_000 });
    expect(seen).toEqual([
      'POST',
      '/api/v1/query',
      `Bearer ${TOKEN}`,
      { query: 'up{a="b&c=d"}', time: '1800000000', timeout: '5000ms' },
    ]);
  });

  it('reads values, also those that are no numbers, and leaves native histograms out', async () => {
    const element = (value: string) => ({
      metric: { a: 'b' },
      value: [1_800_000_000.123, value],
    });
    const client = await clientOf(
      says(
        vector([
          ...['1.5', '1e3', 'NaN', '+Inf', '-Inf'].map(element),
          { metric: { a: 'c' }, histogram: [1_800_000_000, { count: '1' }] },
        ]),
      ),
    );
    expect(await client.query('up')).toEqual({
      status: 'answered',
      series: [1.5, 1000, NaN, Infinity, -Infinity].map(value => ({
        labels: { a: 'b' },
        value,
      })),
      warnings: [],
      infos: [],
    });
  });

  it('passes on what Prometheus warns of', async () => {
    const client = await clientOf(
      says(
        vector([], {
          warnings: [`store at http://u:p@thanos is down, sent ${TOKEN}`],
          infos: ['metric might not be a counter'],
        }),
      ),
    );
    expect(await client.query('up')).toMatchObject({
      warnings: ['store at http://[redacted]@thanos is down, sent [redacted]'],
      infos: ['metric might not be a counter'],
    });
  });

  it.each([
    ['no JSON', '<html>nginx</html>', 200],
    ['nothing', '', 200],
    [
      'a value that is no number',
      vector([{ metric: {}, value: [1, 'x'] }]),
      200,
    ],
    ['an empty value', vector([{ metric: {}, value: [1, ''] }]), 200],
    [
      'a number where a text belongs',
      vector([{ metric: {}, value: [1, 2] }]),
      200,
    ],
    [
      'a matrix',
      { status: 'success', data: { resultType: 'matrix', result: [] } },
      200,
    ],
    [
      'labels that are none',
      vector([{ metric: { a: 1 }, value: [1, '1'] }]),
      200,
    ],
  ])('fails on %s', async (_, body, status) => {
    const client = await clientOf(says(body, status));
    expect(await client.query('up')).toEqual({
      status: 'failed',
      reason: 'its answer is not one of the query API',
    });
  });

  it.each([
    [401, 'it does not accept the credentials (401)'],
    [403, 'the credentials may not read it (403)'],
    [404, 'there is no query API at the address (404)'],
    [429, 'it has too many requests (429)'],
    [502, 'it fails (502)'],
  ])('says what %d means', async (status, reason) => {
    const client = await clientOf(says('<html></html>', status));
    expect(await client.query('up')).toEqual({ status: 'failed', reason });
  });

  it('repeats what Prometheus says of an error, shortly and without credentials', async () => {
    const client = await clientOf(
      says(
        {
          status: 'error',
          errorType: 'execution',
          error: `limit\n of ${PASSWORD} ${BASIC} ${'x'.repeat(1_000)}`,
        },
        422,
      ),
      { headers: { authorization: `Basic ${BASIC}` } },
    );
    const answer = await client.query('up');
    expect(answer).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(
        /^execution: limit of \[redacted\] \[redacted\] x+$/,
      ),
    });
    expect(JSON.stringify(answer).length).toBeLessThan(300);
  });

  it('follows no redirect with its credentials', async () => {
    let requests = 0;
    const client = await clientOf((_, response) => {
      requests++;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await client.query('up')).toEqual({
      status: 'failed',
      reason: 'it answers with a redirect, which is not followed',
    });
    expect(requests).toBe(1);
  });

  it('does not wait for one that is slow, nor for one that stops in the middle', async () => {
    const silent = await clientOf(() => {}, { timeoutMs: 200 });
    const late = { status: 'failed', reason: 'it did not answer in 200 ms' };
    expect(await silent.query('up')).toEqual(late);
    await server?.stop();
    const stuck = await clientOf(
      (_, response) => {
        response.write('{"status":');
      },
      { timeoutMs: 200 },
    );
    expect(await stuck.query('up')).toEqual(late);
  });

  it('does not read more than it should', async () => {
    const client = await clientOf(says(vector([]), 200), { maxBytes: 20 });
    expect(await client.query('up')).toEqual({
      status: 'failed',
      reason: 'its answer is larger than 20 bytes',
    });
  });

  it('says that nobody is there', async () => {
    const client = await clientOf(says(''));
    await server?.stop();
    server = undefined;
    expect(await client.query('up')).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('ends with whoever asked', async () => {
    const client = await clientOf(() => {});
    const ended = new AbortController();
    const answer = client.query('up', { signal: ended.signal });
    ended.abort();
    expect((await answer).status).toBe('failed');
  });
});
