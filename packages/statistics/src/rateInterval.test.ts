import fc from 'fast-check';
import { rateInterval } from './rateInterval';

describe('rateInterval', () => {
  // F. Garwood, Biometrika 28 (1936), to two or three digits; the digits are those of R's poisson.test(x)$conf.int.
  it.each([
    [0, 0, 3.68887945],
    [1, 0.025317808, 5.571643391],
    [2, 0.242209279, 7.224687668],
    [5, 1.62348639, 11.66833208],
    [10, 4.7953887, 18.390356],
    [50, 37.1109637, 65.9187667],
    [1000, 938.973018, 1063.952136],
  ])('of %d events', (count, low, high) => {
    expect(rateInterval(count, 1)).toEqual({
      kind: 'estimate',
      value: count,
      low: expect.closeTo(low, 5),
      high: expect.closeTo(high, 5),
      n: count,
    });
  });

  // From the help page of poisson.test of R, after E. B. Wilson: 137 events in 24.19893 units.
  it('divides by the exposure', () => {
    expect(rateInterval(137, 24.19893)).toMatchObject({
      value: expect.closeTo(5.66140734, 7),
      low: expect.closeTo(4.7531248, 6),
      high: expect.closeTo(6.69270933, 6),
    });
  });

  it.each([
    [-1, 1],
    [0.5, 1],
    [1, 0],
    [1, -2],
    [1, Number.POSITIVE_INFINITY],
    [Number.NaN, 1],
  ])('refuses %d events in %d', (count, exposure) => {
    expect(() => rateInterval(count, exposure)).toThrow(RangeError);
  });

  it('holds its value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), count => {
        const { low, high } = rateInterval(count, 1);
        expect(low).toBeLessThanOrEqual(count);
        expect(high).toBeGreaterThan(count);
      }),
    );
  });
});
