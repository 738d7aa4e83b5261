import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { ManualClock } from '../clock/ManualClock';
import { createPrometheusRouter } from './createPrometheusRouter';

describe('createPrometheusRouter', () => {
  const app = express();
  app.use(
    createPrometheusRouter({
      clock: new ManualClock(new Date('2026-11-21T12:00:00Z')),
      source: {
        metrics: ['up'],
        series: metric =>
          metric === 'up'
            ? ['a', 'b'].map(job => ({
                labels: { __name__: 'up', job },
                valueAt: time => time % 100,
              }))
            : [],
      },
    }),
  );
  const server = createServer(app);
  let url: string;

  beforeAll(async () => {
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  });

  afterAll(
    () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );

  async function get(path: string) {
    const response = await fetch(`${url}${path}`);
    return { status: response.status, body: await response.json() };
  }

  it('answers an instant query', async () => {
    const { body } = await get(
      `/query?query=${encodeURIComponent('up{job="b"}')}&time=1234`,
    );
    expect(body).toEqual({
      status: 'success',
      data: {
        resultType: 'vector',
        result: [{ metric: { __name__: 'up', job: 'b' }, value: [1234, '34'] }],
      },
    });
  });

  it('answers a range query by POST too', async () => {
    const response = await fetch(`${url}/query_range`, {
      method: 'POST',
      body: new URLSearchParams({
        query: 'up{job=~"a|c"}',
        start: '1200',
        end: '1230',
        step: '15s',
      }),
    });
    expect(await response.json()).toEqual({
      status: 'success',
      data: {
        resultType: 'matrix',
        result: [
          {
            metric: { __name__: 'up', job: 'a' },
            values: [
              [1200, '0'],
              [1215, '15'],
              [1230, '30'],
            ],
          },
        ],
      },
    });
  });

  it('gives nothing for a metric that does not exist', async () => {
    const { body } = await get('/query?query=nope');
    expect(body.data.result).toEqual([]);
  });

  it.each([
    '/query?query=rate(up[5m])',
    '/query',
    '/query_range?query=up&start=1&end=0&step=1',
    '/query_range?query=up&start=0&end=10&step=0',
    '/query_range?query=up&start=0&end=999999&step=1',
    '/query?query=up&time=yesterday',
  ])('refuses %s as Prometheus does', async path => {
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body).toEqual({
      status: 'error',
      errorType: 'bad_data',
      error: expect.any(String),
    });
  });
});
