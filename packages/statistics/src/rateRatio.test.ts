import { rateRatio } from './rateRatio';

describe('rateRatio', () => {
  // From the help page of poisson.test of R: 11 in 800 against 21 in 3011; ratio 1.971488, 0.858426 to 4.277266.
  it('agrees with R', () => {
    expect(
      rateRatio({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 }),
    ).toEqual({
      kind: 'estimate',
      value: expect.closeTo(1.9714881, 6),
      low: expect.closeTo(0.858426403, 6),
      high: expect.closeTo(4.277265944, 6),
      n: 32,
    });
  });

  // R 4.2.2: poisson.test(c(0, 5), c(2, 3)) and poisson.test(c(5, 0), c(2, 3)).
  it('has one bound where one side counted nothing', () => {
    const none = { count: 0, exposure: 2 };
    expect(rateRatio(none, { count: 5, exposure: 3 })).toEqual({
      kind: 'estimate',
      value: 0,
      low: 0,
      high: expect.closeTo(1.63691866, 6),
      n: 5,
    });
    expect(
      rateRatio({ count: 5, exposure: 2 }, { count: 0, exposure: 3 }),
    ).toEqual({ kind: 'estimate', low: expect.closeTo(1.37453379, 6), n: 5 });
  });

  it('has no data where nothing was counted', () => {
    const none = { count: 0, exposure: 2 };
    expect(rateRatio(none, none)).toEqual({ kind: 'no-data' });
  });

  it.each([
    [-1, 1],
    [1, 0],
  ])('refuses %d events in %d', (count, exposure) => {
    const other = { count: 1, exposure: 1 };
    expect(() => rateRatio({ count, exposure }, other)).toThrow(RangeError);
    expect(() => rateRatio(other, { count, exposure })).toThrow(RangeError);
  });
});
