import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  'start.mjs',
);

function run(...args) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [script, ...args]);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', data => {
        output += data;
      });
    }
    child.on('exit', status => resolve({ status, output }));
  });
}

test('names the port that is in use and starts nothing', async () => {
  const server = net.createServer().listen(7007, '127.0.0.1');
  await new Promise((resolve, reject) => {
    server.once('listening', resolve).once('error', reject);
  });
  try {
    const { status, output } = await run('--demo=off');
    assert.equal(status, 1);
    assert.equal(
      output,
      'Port 7007 is in use, and the backend needs it. Stop what listens there, then run the same command again.\n',
    );
  } finally {
    server.close();
  }
});

test('refuses a value that means nothing', async () => {
  const { status, output } = await run('--demo=maybe');
  assert.equal(status, 1);
  assert.match(output, /--demo is "on" or "off", not "maybe"/);
});
