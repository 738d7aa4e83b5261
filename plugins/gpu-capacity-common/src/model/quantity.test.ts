import { parseQuantity, quantityInUnits } from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['8', 8],
    [8, 8],
    ['8k', 8000],
    ['3000m', 3],
    ['1e1', 10],
    ['64Gi', 68_719_476_736],
    ['68719476736', 68_719_476_736],
    ['.5', 0.5],
    ['2E', 2e18],
  ])('%s is %d', (text, value) => {
    expect(parseQuantity(text)).toBeCloseTo(value, 9);
  });

  it.each(['', 'eight', '1 Gi', '1KiB', '--1'])('refuses %j', text => {
    expect(() => parseQuantity(text)).toThrow(RangeError);
  });
});

describe('quantityInUnits', () => {
  it.each([
    // 1.1 * 1000 is a little more than 1100 in floating point; the API counts exactly.
    ['1.1', 1000, 1100],
    ['100m', 1000, 100],
    ['0.5m', 1000, 1],
    ['1n', 1000, 1],
    ['2', 1000, 2000],
    ['64Gi', 1, 68_719_476_736],
    ['1.5Gi', 1, 1_610_612_736],
    ['3000m', 1, 3],
    ['100m', 1, 1],
    ['-1500m', 1, -2],
    ['1e3', 1, 1000],
    ['15e-1', 1, 2],
    ['9Ei', 1, Number(2n ** 63n - 1n)],
  ] as const)('%s in 1/%d is %d', (text, unitsPerOne, value) => {
    expect(quantityInUnits(text, unitsPerOne)).toBe(value);
  });
});
