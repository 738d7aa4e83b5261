import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependencies } from '../package.json';

describe('demo backend', () => {
  const wiring = readFileSync(join(__dirname, 'index.ts'), 'utf8');

  it.each(
    Object.keys(dependencies).filter(name => name.startsWith('@fairway/')),
  )('installs %s', name => {
    expect(wiring).toContain(`import('${name}')`);
  });
});
