import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import express from 'express';
import { ManualClock } from '../clock/ManualClock';
import { createPrometheusRouter } from './createPrometheusRouter';

const METRIC = 'demo_device_busy_ratio';
const LABELS = { device: 'gpu0', node: 'h100-01' };
const VALUE = 0.25;

// What differs by nature: the time of the answer, and the labels that scraping adds.
const shapeOf = (body: unknown) =>
  JSON.parse(
    JSON.stringify(body, (key, value) => {
      if (key === 'job' || key === 'instance') return undefined;
      return typeof value === 'number' ? 'time' : value;
    }),
  );

async function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

async function hasScraped(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/v1/query?query=${METRIC}`);
    const { data } = await response.json();
    return data.result.length > 0;
  } catch {
    // It has not started yet.
    return false;
  }
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

if (spawnSync('prometheus', ['--version']).status === 0) {
  describe('the emulated query API beside Prometheus', () => {
    const cleanups: Array<() => unknown> = [];
    let real: string;
    let emulated: string;

    beforeAll(async () => {
      const exporter = await listen((_request, response) => {
        response
          .setHeader('content-type', 'text/plain; version=0.0.4')
          .end(`${METRIC}{device="gpu0",node="h100-01"} ${VALUE}\n`);
      });
      const app = express();
      app.use(
        createPrometheusRouter({
          clock: new ManualClock(new Date()),
          source: {
            metrics: [METRIC],
            series: metric =>
              metric === METRIC
                ? [
                    {
                      labels: { __name__: METRIC, ...LABELS },
                      valueAt: () => VALUE,
                    },
                  ]
                : [],
          },
        }),
      );
      const emulator = await listen(app);
      const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'prometheus-'));
      fs.writeFileSync(
        path.join(directory, 'prometheus.yml'),
        `scrape_configs:
  - job_name: demo
    scrape_interval: 1s
    static_configs:
      - targets: ['127.0.0.1:${portOf(exporter)}']
`,
      );
      const prometheus = spawn(
        'prometheus',
        [
          `--config.file=${path.join(directory, 'prometheus.yml')}`,
          `--storage.tsdb.path=${path.join(directory, 'data')}`,
          '--web.listen-address=127.0.0.1:0',
        ],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      );
      let log = '';
      prometheus.stderr.on('data', data => {
        log += data;
      });
      cleanups.push(
        () => exporter.close(),
        () => emulator.close(),
        () => fs.rmSync(directory, { recursive: true, force: true }),
        () =>
          new Promise(resolve => {
            prometheus.once('exit', resolve).kill();
          }),
      );
      emulated = `http://127.0.0.1:${portOf(emulator)}`;
      for (let attempt = 0; attempt < 500; attempt++) {
        const [, address] = /msg="Listening on" address=(\S+)/.exec(log) ?? [];
        real = `http://${address}`;
        if (address && (await hasScraped(real))) return;
        await delay(100);
      }
      throw new Error(`Prometheus did not scrape in time:\n${log}`);
    }, 90_000);

    afterAll(async () => {
      for (const cleanup of cleanups.reverse()) await cleanup();
    });

    // After the newest sample, which Prometheus then looks back for.
    const now = () => Math.ceil(Date.now() / 1000);

    it.each([
      ['an instant query', () => `query?query=${METRIC}`],
      [
        'a label matcher',
        () => `query?query=${encodeURIComponent(`${METRIC}{device="gpu0"}`)}`,
      ],
      ['a metric that does not exist', () => 'query?query=nothing'],
      ['no query', () => 'query'],
      ['a time that is none', () => `query?query=${METRIC}&time=soon`],
      [
        'a range that ends before it starts',
        () => `query_range?query=${METRIC}&start=20&end=10&step=1`,
      ],
      [
        'a range of one point',
        () => `query_range?query=${METRIC}&start=${now()}&end=${now()}&step=5`,
      ],
    ])('answers %s alike', async (_, query) => {
      const sent = query();
      const ask = async (base: string) => {
        const response = await fetch(`${base}/api/v1/${sent}`);
        return {
          status: response.status,
          body: shapeOf(await response.json()),
        };
      };
      expect(await ask(emulated)).toEqual(await ask(real));
    });
  });
} else {
  it('is not compared with Prometheus, which is not installed', () => {
    expect(spawnSync('prometheus', ['--version']).status).not.toBe(0);
  });
}
