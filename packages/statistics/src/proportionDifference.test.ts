import fc from 'fast-check';
import { proportionDifference } from './proportionDifference';
import { wilsonInterval } from './wilsonInterval';

describe('proportionDifference', () => {
  // R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998), table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
  ])(
    'agrees with the published interval of %d/%d - %d/%d',
    (a, m, b, n, low, high) => {
      const difference = proportionDifference(
        wilsonInterval(a, m),
        wilsonInterval(b, n),
      );
      expect(difference).toHaveProperty('value', a / m - b / n);
      expect(difference).toHaveProperty('low', expect.closeTo(low, 4));
      expect(difference).toHaveProperty('high', expect.closeTo(high, 4));
    },
  );

  it('says "no data" where one side has none', () => {
    expect(
      proportionDifference(wilsonInterval(1, 2), wilsonInterval(0, 0)),
    ).toEqual({ kind: 'no-data' });
  });

  it('holds 0 for two equal shares', () => {
    const counts = fc
      .integer({ min: 1, max: 10_000 })
      .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const share = wilsonInterval(x, n);
        const difference = proportionDifference(share, share);
        expect(difference).toMatchObject({ kind: 'estimate', value: 0 });
        return (
          difference.kind === 'estimate' &&
          difference.low <= 0 &&
          difference.high >= 0
        );
      }),
    );
  });
});
