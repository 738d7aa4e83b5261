import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { startDemoPlatform } from './startDemoPlatform';

const DEFAULT_PORT = 7100;

async function main(): Promise<void> {
  const platform = await startDemoPlatform({
    port: Number(process.env.DEMO_PORT ?? DEFAULT_PORT),
    seed: process.env.DEMO_SEED ?? 'fairway',
    speed: Number(process.env.DEMO_SPEED ?? 1),
    dataDir: process.env.DEMO_DATA_DIR,
    clustersDir:
      process.env.DEMO_CLUSTERS_DIR ??
      resolvePackagePath('@fairway/demo-platform', '../../examples/clusters'),
  });
  process.stdout.write(`demo platform ready at ${platform.url}\n`);
  let closing = false;
  const stop = () => {
    if (!closing) {
      closing = true;
      platform.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    }
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
