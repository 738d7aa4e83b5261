import { matchesAnyGlob, matchesGlob } from './glob';

describe('matchesGlob', () => {
  it.each([
    ['kubectl*', 'kubectl', true],
    ['kubectl*', 'kubectl-edit', true],
    ['kubectl*', 'my-kubectl', false],
    ['*-controller', 'helm-controller', true],
    ['*-controller', '-controllers', false],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['*system*', 'kube-system-2', true],
    ['a*b*c', 'axxbyyc', true],
    ['a*b*c', 'axxbyy', false],
    // A dot is a dot: patterns are not regular expressions.
    ['a.c', 'abc', false],
  ])('%s against %s is %s', (pattern, text, matches) => {
    expect(matchesGlob(pattern, text)).toBe(matches);
  });

  it('is not slowed down by many stars', () => {
    const startedAt = Date.now();
    expect(matchesGlob(`${'a*'.repeat(60)}b`, 'a'.repeat(5_000))).toBe(false);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
  });

  it('tries each of several patterns', () => {
    expect(matchesAnyGlob(['x', 'b*'], 'bc')).toBe(true);
    expect(matchesAnyGlob([], 'bc')).toBe(false);
  });
});
