import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTests, runStep } from './pipeline.mjs';

test('counts what jest, node and playwright print', () => {
  const output = [
    '\x1b[1mTests:\x1b[22m       \x1b[31m2 failed\x1b[39m, 19 passed, 21 total',
    'Tests:       5 passed, 5 total',
    '# pass 10\n# fail 1',
    '  1 failed\n    packages/app/e2e-tests/journey.test.ts:36:1 › a\n  3 passed (2.1m)',
  ].join('\n');
  assert.deepEqual(countTests(output), { passed: 37, failed: 4 });
});

test('counts nothing where nothing was run', () => {
  assert.deepEqual(countTests('Tests: nothing'), { passed: 0, failed: 0 });
});

test('a step fails with its command', async () => {
  const step = code => ({
    name: 'step',
    command: process.execPath,
    args: ['-e', `console.log('# pass 1\\n# fail 0'); process.exit(${code})`],
    cwd: '.',
  });
  const passed = await runStep(step(0));
  assert.deepEqual([passed.ok, passed.passed, passed.failed], [true, 1, 0]);
  assert.equal((await runStep(step(1))).ok, false);
  assert.equal(
    (await runStep({ ...step(0), command: 'no-such-command-anywhere' })).ok,
    false,
  );
});
