// Rules of CONTRIBUTING.md that no linter knows.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const sources = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter(file => /\.(ts|tsx|mjs)$/.test(file))
  .filter(file => fs.existsSync(path.join(root, file)))
  .map(file => ({
    file,
    text: fs.readFileSync(path.join(root, file), 'utf8'),
  }));

const offenders = breaks => sources.filter(breaks).map(({ file }) => file);

test('shared libraries know no capability', () => {
  const shared =
    /^packages\/(kubernetes-resources|statistics|platform-ui|observation|backend-requests)\/src\//;
  const words = /gpu|kargo|scorecard|promotion/i;
  assert.deepEqual(
    offenders(({ file, text }) => shared.test(file) && words.test(text)),
    [],
  );
});

test('no file is longer than 400 lines, and no test longer than 600', () => {
  assert.deepEqual(
    offenders(({ file, text }) => {
      const limit = /\.test\./.test(file) ? 600 : 400;
      return text.split('\n').length - 1 > limit;
    }),
    [],
  );
});

test('nothing is called any, and no check is silenced', () => {
  const silenced = /: any\b|\bas any\b|<any>|@ts-(ignore|expect-error)/;
  assert.deepEqual(
    offenders(
      ({ file, text }) => !/^scripts\//.test(file) && silenced.test(text),
    ),
    [],
  );
});

test('every file has a noun', () => {
  assert.deepEqual(
    offenders(({ file }) => /\/(utils|helpers|common|misc)\.tsx?$/.test(file)),
    [],
  );
});
