import { matchesGlob } from './calendarScope';

describe('matchesGlob', () => {
  it.each([
    ['prod', 'prod', true],
    ['prod', 'prod-eu', false],
    ['prod*', 'prod', true],
    ['*-eu', 'prod-eu', true],
    ['p*d-*u', 'prod-prod-eu', true],
    ['p?od', 'prod', true],
    ['p?od', 'pod', false],
    ['**', '', true],
    ['*a', 'aab', false],
    ['.*', 'prod', false],
  ])('%s matches %s: %s', (pattern, name, expected) => {
    expect(matchesGlob(pattern, name)).toBe(expected);
  });

  it('is not made slow by a pattern', () => {
    const started = Date.now();
    expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(5_000))).toBe(false);
    expect(Date.now() - started).toBeLessThan(1_000);
  });
});
