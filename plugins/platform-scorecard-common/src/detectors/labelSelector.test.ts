import { matchesLabelGlobs, matchesSelector } from './labelSelector';

describe('matchesSelector', () => {
  const labels = { app: 'cart', tier: 'web' };
  it.each([
    [undefined, true],
    [{}, true],
    [{ matchLabels: { app: 'cart' } }, true],
    [{ matchLabels: { app: 'cart', tier: 'db' } }, false],
    [{ matchLabels: { toString: 'x' } }, false],
    [
      {
        matchExpressions: [
          { key: 'app', operator: 'In', values: ['a', 'cart'] },
        ],
      },
      true,
    ],
    [
      {
        matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['cart'] }],
      },
      false,
    ],
    [
      { matchExpressions: [{ key: 'gone', operator: 'NotIn', values: ['x'] }] },
      true,
    ],
    [
      { matchExpressions: [{ key: 'gone', operator: 'In', values: ['x'] }] },
      false,
    ],
    [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
    [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
    [{ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, false],
  ] as const)('%j is %s', (selector, matches) => {
    expect(matchesSelector(selector, labels)).toBe(matches);
  });
});

describe('matchesLabelGlobs', () => {
  it.each([
    [{ 'app*': 'c*' }, true],
    [{ '*': '*' }, true],
    [{ 'app*': 'd*' }, false],
  ])('%j is %s', (patterns, matches) => {
    expect(matchesLabelGlobs(patterns, { app: 'cart' })).toBe(matches);
  });

  it('does not find any pair where there is none', () => {
    expect(matchesLabelGlobs({ '*': '*' }, {})).toBe(false);
  });
});
