import { parseQuantity } from './quantity';

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
