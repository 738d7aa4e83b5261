import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { SeededRandom } from './clock/SeededRandom';
import { demoHistory } from './history/demoHistory';
import { HistorySender } from './history/HistorySender';
import { startDemoPlatform } from './startDemoPlatform';

const DEFAULT_PORT = 7100;
const DEFAULT_SEED = 'fairway';

async function main(): Promise<void> {
  const platform = await startDemoPlatform({
    port: Number(process.env.DEMO_PORT ?? DEFAULT_PORT),
    seed: process.env.DEMO_SEED ?? DEFAULT_SEED,
    speed: Number(process.env.DEMO_SPEED ?? 1),
    dataDir: process.env.DEMO_DATA_DIR,
    clustersDir:
      process.env.DEMO_CLUSTERS_DIR ??
      resolvePackagePath('@fairway/demo-platform', '../../examples/clusters'),
  });
  process.stdout.write(`demo platform ready at ${platform.url}\n`);
  const history = new AbortController();
  sendHistory(history.signal).catch((error: unknown) => {
    process.stderr.write(`The demo history was not sent: ${error}\n`);
  });
  let closing = false;
  const stop = () => {
    if (!closing) {
      closing = true;
      history.abort();
      platform.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    }
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Sends 26 weeks of history to the scorecard, where one is named. */
async function sendHistory(signal: AbortSignal): Promise<void> {
  const url = process.env.DEMO_FACTS_URL;
  const token = process.env.DEMO_FACTS_TOKEN;
  if (!url || !token) return;
  const events = demoHistory({
    random: new SeededRandom(
      `${process.env.DEMO_SEED ?? DEFAULT_SEED}/history`,
    ),
    now: new Date(),
  });
  await new HistorySender({ url, token }).send(events, { signal });
  process.stdout.write(`sent ${events.length} facts of demo history\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
