import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Clock } from '@fairway/kubernetes-resources/testUtils';
import { systemClock } from '@fairway/kubernetes-resources/testUtils';
import express from 'express';
import { DemoClock } from './clock/DemoClock';
import { SeededRandom } from './clock/SeededRandom';
import { readClusterDefinition } from './clusters/ClusterDefinition';
import { DemoCluster } from './clusters/DemoCluster';
import { GitForge } from './forge/GitForge';
import { createKargoApi } from './kargo/api/createKargoApi';
import { createPrometheusRouter } from './prometheus/createPrometheusRouter';
import { DEVICE_METRICS, deviceSeries } from './prometheus/deviceSeries';
import { QUEUE_METRICS, queueSeries } from './prometheus/queueSeries';

/** What the demo platform needs to know. */
export interface DemoPlatformOptions {
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  readonly seed: string;
  /** Folder with one folder of YAML files for each cluster. */
  readonly clustersDir: string;
  /** Where the forge keeps repositories; a temporary folder that is removed at the end unless given. */
  readonly dataDir?: string;
  /** Default the time of the machine. */
  readonly clock?: Clock;
  /** How much faster work goes than it does by default; default 1. */
  readonly speed?: number;
}

/** A running demo platform. */
export interface DemoPlatform {
  readonly url: string;
  readonly clusters: ReadonlyMap<string, DemoCluster>;
  close(): Promise<void>;
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is in use: stop the other process or set DEMO_PORT to another port.`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** Starts the company platform that the demo talks to. @throws Error where the port is in use or git is missing. */
export async function startDemoPlatform(
  options: DemoPlatformOptions,
): Promise<DemoPlatform> {
  const clock = new DemoClock({
    base: options.clock ?? systemClock,
    speed: options.speed ?? 1,
  });
  const app = express();
  app.disable('x-powered-by');
  const server = createServer(app);
  await listen(server, options.port);

  let forge: GitForge | undefined;
  const clusters = new Map<string, DemoCluster>();
  const close = async () => {
    for (const cluster of clusters.values()) {
      cluster.stop();
    }
    await new Promise<void>(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    await forge?.close();
  };

  try {
    const runningForge = await GitForge.create({
      directory: options.dataDir,
      clock,
    });
    forge = runningForge;
    app.get('/healthz', (_request, response) => {
      response.type('text/plain').send('ok');
    });
    app.use('/forge', runningForge.router);
    const folders = await readdir(options.clustersDir, { withFileTypes: true });
    for (const { name } of folders.filter(entry => entry.isDirectory())) {
      const cluster = DemoCluster.create({
        definition: readClusterDefinition(
          join(options.clustersDir, name),
          name,
          clock.now(),
        ),
        clock,
        seed: options.seed,
        latestCommit: url => runningForge.latestCommit(url),
      });
      clusters.set(name, cluster);
      const random = new SeededRandom(`${options.seed}/${name}/metrics`);
      app.use(`/clusters/${name}`, cluster.emulator.handler);
      app.use(`/kargo/${name}`, createKargoApi(cluster.emulator));
      app.use(
        `/prometheus/${name}`,
        createPrometheusRouter({
          source: {
            metrics: [...DEVICE_METRICS, ...QUEUE_METRICS],
            series: metric => [
              ...deviceSeries(cluster.emulator.store, random, metric),
              ...queueSeries(cluster.emulator.store, random, metric),
            ],
          },
          clock,
        }),
      );
      cluster.start();
    }
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, clusters, close };
}
