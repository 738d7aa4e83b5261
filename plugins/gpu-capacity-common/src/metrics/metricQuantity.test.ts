import { canonicalValue } from './metricQuantity';

describe('canonicalValue', () => {
  it.each([
    [37, 'percent', 0.37],
    [0.37, 'ratio', 0.37],
    [1.02, 'ratio', 1],
    [1024, 'MiB', 1_073_741_824],
    [1024, 'bytes', 1024],
    [350.5, 'watts', 350.5],
    [79, 'code', 79],
  ] as const)('of %d %s is %d', (value, unit, canonical) => {
    expect(canonicalValue(value, unit)).toBeCloseTo(canonical, 10);
  });

  it('is zero for zero in whatever unit, and otherwise unknown without one', () => {
    expect(canonicalValue(0, undefined)).toBe(0);
    expect(canonicalValue(1, undefined)).toBeUndefined();
  });

  it.each([NaN, Infinity, -Infinity, -1])('is none for %d', value => {
    expect(canonicalValue(value, 'bytes')).toBeUndefined();
  });

  it('is none for more than all of the time', () => {
    expect(canonicalValue(140, 'percent')).toBeUndefined();
  });
});
