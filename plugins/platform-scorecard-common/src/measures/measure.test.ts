import { context, DAY, daysAgo, NOW } from './__testUtils__/context';
import { MEASURE_DEFINITIONS } from './definitions';
import { goldenPathCoverage } from './goldenPathCoverage';
import { untimely } from './measure';

const living = {
  service: 'component:default/a',
  eligible: true,
  mandated: false,
  firstSeenAt: daysAgo(3),
  onPathAt: daysAgo(3),
};

describe('what every measure says', () => {
  it('is stamped with its definition and its moment', () => {
    expect(goldenPathCoverage([living], context())).toMatchObject({
      kind: 'measured',
      definition: { id: 'adoption.golden-path-coverage', version: 1 },
      asOf: '2026-11-16T00:00:00.000Z',
      n: 1,
      denominator: 1,
      coverage: { measured: 1, leftOut: [] },
    });
  });

  it.each([
    ['no source', [], { code: 'source-absent', source: 'catalog' }],
    [
      'a source that was never read',
      [{ kind: 'catalog' as const, staleAfterMs: DAY }],
      { code: 'source-absent', source: 'catalog' },
    ],
    [
      'a source that was read too long ago',
      [
        {
          kind: 'catalog' as const,
          staleAfterMs: DAY,
          lastOkAt: NOW - DAY - 1,
        },
      ],
      {
        code: 'source-stale',
        source: 'catalog',
        lastOkAt: '2026-11-14T23:59:59.999Z',
      },
    ],
    [
      'one stale source of two',
      [
        { kind: 'catalog' as const, staleAfterMs: DAY, lastOkAt: NOW },
        { kind: 'catalog' as const, staleAfterMs: 1, lastOkAt: daysAgo(1) },
      ],
      { code: 'source-stale', lastOkAt: '2026-11-15T00:00:00.000Z' },
    ],
  ])('is unknown with %s', (_, sources, reason) => {
    const answer = goldenPathCoverage([living], context({ sources }));
    expect(answer).toMatchObject({ kind: 'unknown', reason });
    expect(answer).not.toHaveProperty('value');
  });

  it('is good up to the last millisecond of freshness', () => {
    const sources = [
      { kind: 'catalog' as const, staleAfterMs: DAY, lastOkAt: NOW - DAY },
    ];
    expect(goldenPathCoverage([living], context({ sources })).kind).toBe(
      'measured',
    );
  });

  it.each([
    [NOW, undefined],
    [NOW + 1, 'ignore'],
    [NOW + DAY, 'ignore'],
    [NOW + DAY + 1, 'future-time'],
    [0, 'impossible-time'],
    [Number.NaN, 'impossible-time'],
    // The day that only leap years have.
    [Date.UTC(2024, 1, 29), undefined],
  ])('judges the time %d', (at, flaw) => {
    expect(untimely(at, context({ readAt: NOW + DAY }))).toBe(flaw);
  });
});

describe('the definitions', () => {
  it('have names and versions of their own, and words', () => {
    const ids = MEASURE_DEFINITIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const definition of MEASURE_DEFINITIONS) {
      expect(definition.version).toBeGreaterThanOrEqual(1);
      expect(definition.counted).toMatch(/\.$/);
      expect(definition.notCounted).toMatch(/\.$/);
      expect(definition.sources).not.toEqual([]);
    }
  });
});
