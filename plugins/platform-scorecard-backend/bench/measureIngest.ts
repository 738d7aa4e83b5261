import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { MeasuringProcess } from '@fairway/benchmarks';
import { ingestReportSchema } from '@fairway/plugin-platform-scorecard-common';
import { z } from 'zod/v4';
import { FactIngest } from '../src/services/FactIngest';
import { createDatabase, createStore } from './postgres';
import { syntheticFacts } from './syntheticFacts';

export interface IngestFigures {
  readonly httpPerSecond: number;
  readonly processPerSecond: number;
  /** One request a fact. */
  readonly httpOnePerSecond: number;
  /** One call a fact. */
  readonly processOnePerSecond: number;
  /** After everything was sent a second time. */
  readonly replayed: { readonly accepted: number; readonly facts: number };
}

const HTTP_FACTS = 100_000;
const HTTP_BATCH = 1_000;
const SENDERS = 4;
const PROCESS_FACTS = 200_000;
/** As the hub of the process delivers them. */
const PROCESS_BATCH = 500;
const ONE_BY_ONE = 2_000;

const serverSchema = z.object({ url: z.string() });

/** How many facts a second are taken and stored in PostgreSQL. */
export async function measureIngest(): Promise<IngestFigures> {
  const http = await measureHttp();
  const knex = await createDatabase('bench_process');
  const store = await createStore(knex);
  const ingest = FactIngest.create({ getStore: () => store });
  const facts = syntheticFacts({
    source: 'process',
    from: 0,
    count: PROCESS_FACTS,
  });
  const processPerSecond = await perSecond(PROCESS_FACTS, async () => {
    for (let start = 0; start < facts.length; start += PROCESS_BATCH) {
      await ingest.ingest(facts.slice(start, start + PROCESS_BATCH));
    }
  });
  const single = syntheticFacts({
    source: 'single',
    from: 0,
    count: ONE_BY_ONE,
  });
  const processOnePerSecond = await perSecond(ONE_BY_ONE, async () => {
    for (const fact of single) await ingest.ingest([fact]);
  });
  await knex.destroy();
  return { ...http, processPerSecond, processOnePerSecond };
}

async function measureHttp() {
  const server = await MeasuringProcess.start({
    script: join(__dirname, 'ingestServer.ts'),
    message: serverSchema,
  });
  const url = `${server.message.url}/facts`;
  const facts = syntheticFacts({ source: 'http', from: 0, count: HTTP_FACTS });
  const batches = Array.from({ length: HTTP_FACTS / HTTP_BATCH }, (_, index) =>
    JSON.stringify(facts.slice(index * HTTP_BATCH, (index + 1) * HTTP_BATCH)),
  );
  const httpPerSecond = await perSecond(HTTP_FACTS, () => send(url, batches));
  const replayed = await send(url, batches);
  const single = syntheticFacts({
    source: 'single',
    from: 0,
    count: ONE_BY_ONE,
  }).map(fact => JSON.stringify([fact]));
  const httpOnePerSecond = await perSecond(ONE_BY_ONE, () => send(url, single));
  await server.stop();
  return {
    httpPerSecond,
    httpOnePerSecond,
    replayed: { accepted: replayed, facts: HTTP_FACTS },
  };
}

/** Sends bodies over some connections at once, and says how many facts were new. */
async function send(url: string, bodies: readonly string[]): Promise<number> {
  const waiting = [...bodies];
  let accepted = 0;
  const sender = async () => {
    for (let body = waiting.shift(); body; body = waiting.shift()) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/cloudevents-batch+json',
          authorization: mockCredentials.service.header(),
        },
        body,
      });
      if (!response.ok) throw new Error(await response.text());
      const report = ingestReportSchema.parse(await response.json());
      if (report.rejected.length > 0) {
        throw new Error(`A fact was refused: ${report.rejected[0].reason}`);
      }
      accepted += report.accepted;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return accepted;
}

async function perSecond(
  facts: number,
  run: () => Promise<unknown>,
): Promise<number> {
  const startedMs = performance.now();
  await run();
  return (facts / (performance.now() - startedMs)) * 1_000;
}
