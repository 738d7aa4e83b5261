import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

// What is here serves every capability, so no word of one may occur. The endings keep this file out of its own search.
const CAPABILITY_WORDS = [
  'g' + 'pu',
  'kar' + 'go',
  'score' + 'card',
  'promo' + 'tion',
];

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => join(__dirname, file));

describe('charter of the package', () => {
  it.each(CAPABILITY_WORDS)('says nothing of %s in its sources', word => {
    expect(sources.length).toBeGreaterThan(0);
    const files = sources
      .filter(file => readFileSync(file, 'utf8').toLowerCase().includes(word))
      .map(file => basename(file));
    expect(files).toEqual([]);
  });
});
