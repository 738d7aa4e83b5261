import { loadavg } from 'node:os';
import { measureIngest } from './measureIngest';

/**
 * Prints the figures of the platform scorecard as JSON lines, each with the ratio against the obvious alternative. Run as
 * `yarn bench scorecard`, which starts PostgreSQL.
 */
async function main(): Promise<void> {
  const [load] = loadavg();
  if (load > 1) {
    process.stderr.write(
      `The machine is busy with other things (load ${load.toFixed(1)}).\n`,
    );
  }
  const ingest = await measureIngest();
  print('ingest-http-per-second', ingest.httpPerSecond, {
    what: 'one request a fact',
    value: ingest.httpOnePerSecond,
  });
  print('ingest-process-per-second', ingest.processPerSecond, {
    what: 'one call a fact',
    value: ingest.processOnePerSecond,
  });
  const { accepted, facts } = ingest.replayed;
  if (accepted > 0) {
    throw new Error(`A replay of ${facts} facts has added ${accepted}`);
  }
}

function print(
  name: string,
  value: number,
  against: { readonly what: string; readonly value: number },
): void {
  const line = {
    name: `scorecard.${name}`,
    value: Math.round(value),
    unit: 'facts/s',
    better: 'higher',
    against: `${against.what}: ${Math.round(against.value)} facts/s`,
    ratio: Number((value / against.value).toPrecision(3)),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
