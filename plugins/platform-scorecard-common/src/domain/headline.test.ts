import { formatMedian, formatProportion } from './formatEstimate';
import { headline } from './headline';

const adoption = {
  share: { kind: 'estimate', value: 0.607, low: 0.5, high: 0.704, n: 84 },
  onPath: 51,
  services: 84,
  unknownBirth: 3,
  change: { verdict: 'up', weeks: 13 },
} as const;

const timeToValue = {
  median: { kind: 'reached', value: 9.24, low: 7.06, high: 12 },
  reached: 31,
  open: 12,
  abandoned: 2,
  unknownBirth: 3,
  windowDays: 182,
  change: { verdict: 'no-clear-change', weeks: 13 },
} as const;

describe('headline', () => {
  it('says what the numbers say', () => {
    expect(headline({ adoption, timeToValue })).toBe(
      'Adoption is 61 % [50-70] of 84 services, up in 13 weeks. ' +
        'Half of the new services reach production within 9.2 d [7.1-12.0], no clear change.',
    );
  });

  it('does not make up a median that was not reached', () => {
    expect(
      headline({
        adoption: { ...adoption, change: { verdict: 'unknown', weeks: 13 } },
        timeToValue: {
          ...timeToValue,
          median: { kind: 'not-reached', atLeast: 40 },
        },
      }),
    ).toBe(
      'Adoption is 61 % [50-70] of 84 services, too early for a trend. ' +
        '31 of 45 new services have reached production so far; time to value is >= 40.0 d (not yet reached).',
    );
  });

  it('says that nothing is known where nothing was seen', () => {
    expect(
      headline({
        adoption: { ...adoption, share: { kind: 'no-data' } },
        timeToValue: { ...timeToValue, median: { kind: 'no-data' } },
      }),
    ).toBe(
      'Adoption is unknown: no service has been seen yet. ' +
        'Time to value is unknown: no service of known birth has been seen yet.',
    );
  });
});

describe('formatMedian', () => {
  it.each([
    [{ kind: 'reached', value: 0.5, low: 0.25, high: 1 }, '12.0 h [6.0-24.0]'],
    [{ kind: 'reached', value: 0.0125, low: 0.01 }, '18.0 min [14.4-?]'],
    [{ kind: 'reached', value: 0, low: 0 }, '0.0 min [0.0-?]'],
    [{ kind: 'no-data' }, 'unknown'],
  ] as const)('writes %j as %s', (median, text) => {
    expect(formatMedian(median)).toBe(text);
  });
});

describe('formatProportion', () => {
  it('writes "unknown" where there is no data', () => {
    expect(formatProportion({ kind: 'no-data' })).toBe('unknown');
  });
});
