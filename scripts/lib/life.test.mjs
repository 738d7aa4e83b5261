import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Life } from './life.mjs';
import { ManagedProcess } from './managedProcess.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-life-'));

function newLife(name) {
  const life = new Life({
    file: path.join(folder, `${name}.json`),
    graceMs: 1_000,
  });
  life.begin();
  return life;
}

function start(life, code) {
  return spawn(process.execPath, [life.arg, '-e', code], {
    env: { ...process.env, ...life.env },
    stdio: 'ignore',
  });
}

/** What `ended` says within a time; `undefined` where it waits on. */
async function endedWithin(life, ms, options) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ms);
  const reason = await life.ended({ ...options, signal: abort.signal });
  clearTimeout(timer);
  return reason;
}

test('says that a process was killed, also when it was ready', async () => {
  const life = newLife('killed');
  const child = start(life, 'setInterval(() => {}, 1000)');
  const lives = await endedWithin(life, 1_000, { isReady: () => true });
  assert.equal(lives, undefined);
  child.kill('SIGKILL');
  const reason = await endedWithin(life, 20_000, { isReady: () => true });
  assert.equal(reason, 'killed by a signal');
});

test('says how a process ended that never was ready, and lets one be that is edited', async () => {
  const life = newLife('exited');
  await once(start(life, 'process.exit(3)'), 'exit');
  const before = await endedWithin(life, 20_000, { isReady: () => false });
  assert.equal(before, 'exit status 3');
  const after = await endedWithin(life, 1_500, { isReady: () => true });
  assert.equal(after, undefined);
});

test('takes a process that is started anew for the same', async () => {
  const life = newLife('restarted');
  const code = 'setInterval(() => {}, 1000)';
  const first = start(life, code);
  const ended = endedWithin(life, 3_000, { isReady: () => true });
  await delay(500);
  first.kill('SIGKILL');
  await once(first, 'exit');
  const second = start(life, code);
  assert.equal(await ended, undefined);
  second.kill('SIGKILL');
});

test('regression: a backend that dies of a signal under "backstage-cli package start" is noticed', async () => {
  // Within the repository, where the CLI looks for its root.
  fs.mkdirSync(path.join(root, '.demo'), { recursive: true });
  const fixture = fs.mkdtempSync(path.join(root, '.demo/life-'));
  fs.mkdirSync(path.join(fixture, 'src'));
  fs.writeFileSync(
    path.join(fixture, 'package.json'),
    JSON.stringify({
      name: 'life-fixture',
      version: '0.0.0',
      backstage: { role: 'backend' },
    }),
  );
  fs.writeFileSync(
    path.join(fixture, 'src/index.ts'),
    `process.kill(process.pid, 'SIGKILL');\n`,
  );
  const life = newLife('cli');
  const cli = new ManagedProcess({
    name: 'backend',
    command: process.execPath,
    args: [
      path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      life.arg,
    ],
    cwd: fixture,
    env: life.env,
    logFile: path.join(folder, 'cli.log'),
  });
  try {
    // The CLI goes on waiting for a change of a file.
    const reason = await Promise.race([
      cli.exited,
      endedWithin(life, 60_000, { isReady: () => false }),
    ]);
    assert.equal(reason, 'killed by a signal', cli.report(String(reason)));
  } finally {
    await cli.stop();
    fs.rmSync(fixture, { recursive: true, force: true });
  }
});
