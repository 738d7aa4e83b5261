import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { ManagedProcess } from './managedProcess.mjs';

const logFile = path.join(
  fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-process-')),
  'process.log',
);

function start(code) {
  return new ManagedProcess({
    name: 'thing',
    command: process.execPath,
    args: ['-e', code],
    cwd: '.',
    logFile,
  });
}

async function logged(pattern) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const match = fs.existsSync(logFile)
      ? pattern.exec(fs.readFileSync(logFile, 'utf8'))
      : null;
    if (match) return match;
    await delay(25);
  }
  return assert.fail(`nothing like ${pattern} was logged`);
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('stops a process and what it started, also when they do not want to', async () => {
  const child = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`;
  const managed = start(`
    const { spawn } = require('child_process');
    const grandchild = spawn(process.execPath, ['-e', ${JSON.stringify(
      child,
    )}]);
    console.log('grandchild', grandchild.pid, 'end');
    process.on('SIGTERM', () => process.exit(0));
    setInterval(() => {}, 1000);
  `);
  const pid = Number((await logged(/grandchild (\d+) end/))[1]);
  assert.equal(isRunning(pid), true);
  await managed.stop();
  for (let attempt = 0; attempt < 100 && isRunning(pid); attempt++) {
    await delay(20);
  }
  assert.equal(isRunning(pid), false);
});

test('says how a process ended, with its last lines', async () => {
  const managed = start(`console.error('the port is taken'); process.exit(3)`);
  assert.equal(await managed.exited, 'exit status 3');
  await logged(/the port is taken/);
  assert.match(
    managed.report('exit status 3'),
    /thing ended unexpectedly \(exit status 3\)[\s\S]*the port is taken/,
  );
});

test('says that a command does not exist', async () => {
  const managed = new ManagedProcess({
    name: 'thing',
    command: 'no-such-command-anywhere',
    args: [],
    cwd: '.',
    logFile,
  });
  assert.match(await managed.exited, /ENOENT/);
  await managed.stop();
});
