import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from './processFigures';

/**
 * Asks one address again and again, as browsers do, from a process of its own: what it does with the answers takes no time
 * of the measured process. Arguments: address, requests, pause between them in ms, and bodies in JSON to post one after the
 * other, where it is not only read.
 */
const [url, requests, pauseMs, ...bodies] = process.argv.slice(2);
const WARM_UP = 5;

let asked = 0;

async function ask(): Promise<{ millis: number; bytes: number }> {
  const question =
    bodies.length === 0
      ? undefined
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: bodies[asked % bodies.length],
        };
  asked += 1;
  const startedMs = performance.now();
  const response = await fetch(url, question);
  const body = await response.arrayBuffer();
  if (!response.ok) {
    throw new Error(`${response.status}: ${new TextDecoder().decode(body)}`);
  }
  return { millis: performance.now() - startedMs, bytes: body.byteLength };
}

async function main(): Promise<void> {
  for (let index = 0; index < WARM_UP; index++) await ask();
  const answers = [];
  for (let index = 0; index < Number(requests); index++) {
    answers.push(await ask());
    await sleep(Number(pauseMs));
  }
  const times = answers.map(({ millis }) => millis);
  process.send?.({
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    bytes: Math.max(...answers.map(({ bytes }) => bytes)),
    answers: answers.length,
  });
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
process.once('disconnect', () => process.exit());
