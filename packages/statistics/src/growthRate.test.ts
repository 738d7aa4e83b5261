import fc from 'fast-check';
import { fast, weeks } from './__testUtils__/weeks';
import { growthRate } from './growthRate';

describe('growthRate', () => {
  // Deaths of AIDS in Australia by quarter from 1983 on: J. Whyte et al. (1987), in A. J. Dobson, "An Introduction to
  // Generalized Linear Models" (1990). The slope 0.2565 with standard error 0.0220 is published for the Poisson model;
  // 0.03417 and dispersion 2.404 are R's glm(family = quasipoisson).
  it('agrees with the published growth of an epidemic', () => {
    const deaths = weeks(0, 1, 2, 3, 1, 4, 9, 18, 23, 31, 20, 25, 37, 45);
    expect(growthRate(deaths)).toEqual({
      kind: 'estimate',
      value: expect.closeTo(0.256523594, 7),
      low: expect.closeTo(0.18207165, 6),
      high: expect.closeTo(0.330975537, 6),
      dispersion: expect.closeTo(2.40394217, 5),
      n: 14,
      events: 219,
    });
  });

  // R 4.2.2: glm(y ~ u, family = poisson, control = list(epsilon = 1e-15)) has 0.1867498896 with standard error
  // 0.0437696345, 1.959964 of which is more than qt(0.975, 11) of the 0.0255 that family = quasipoisson has.
  it('is never surer than independent events allow', () => {
    expect(growthRate(fast)).toMatchObject({
      value: expect.closeTo(0.1867498896, 7),
      low: expect.closeTo(0.100963, 6),
      high: expect.closeTo(0.2725368, 6),
      dispersion: expect.closeTo(0.3400969701, 6),
    });
  });

  // R 4.2.2: glm(y ~ v, family = quasipoisson) has standard error 0.2411201206; qt(0.975, 5) is 2.57058184.
  it('widens where events come in bursts', () => {
    expect(growthRate(weeks(0, 3, 40, 2, 55, 1, 80))).toMatchObject({
      value: expect.closeTo(0.3881941231, 6),
      low: expect.closeTo(-0.2316249, 5),
      high: expect.closeTo(1.0080131, 5),
      dispersion: expect.closeTo(29.91607174, 4),
    });
  });

  // R 4.2.2: glm(y ~ u + offset(log(e)), family = poisson) has standard error 0.1296625522; dispersion 0.3105.
  it('knows that a period is not over', () => {
    const counts = weeks(2, 3, 5, 4, 9, 3);
    const cut = counts.map(week => ({
      ...week,
      exposure: week.x === 5 ? 0.4 : 1,
    }));
    expect(growthRate(cut)).toMatchObject({
      value: expect.closeTo(0.2892790618, 6),
      low: expect.closeTo(0.0351451, 6),
    });
  });

  it('skips a period that nobody counted', () => {
    const whole = weeks(2, 4, 8, 16, 32);
    expect(growthRate(whole.filter(({ x }) => x !== 2))).toMatchObject({
      value: expect.closeTo(Math.LN2, 9),
      n: 4,
    });
  });

  it.each([
    ['no period', weeks()],
    ['two periods', weeks(3, 4)],
    ['no event', weeks(0, 0, 0, 0)],
    ['events in the last period only', weeks(0, 0, 0, 3)],
    ['events in the first period only', weeks(2, 0, 0, 0)],
  ])('has no data of %s', (_, periods) => {
    expect(growthRate(periods)).toEqual({ kind: 'no-data' });
  });

  it('refuses counts that are none', () => {
    expect(() => growthRate([{ x: 0, count: 1.5 }])).toThrow(RangeError);
    expect(() => growthRate([{ x: Number.NaN, count: 1 }])).toThrow(RangeError);
    expect(() => growthRate([{ x: 0, count: 1, exposure: 0 }])).toThrow(
      RangeError,
    );
  });

  it('turns with the direction of time, and scales with its unit', () => {
    const series = fc.array(fc.integer({ min: 0, max: 500 }), {
      minLength: 3,
      maxLength: 26,
    });
    fc.assert(
      fc.property(series, counts => {
        const forward = growthRate(weeks(...counts));
        const backward = growthRate(weeks(...[...counts].reverse()));
        const daily = growthRate(
          weeks(...counts).map(({ x, count }) => ({ x: 7 * x + 3, count })),
        );
        const [a, b, c] = [forward, backward, daily].map(growth =>
          growth.kind === 'estimate'
            ? growth
            : { value: 0, low: 0, high: 0, kind: growth.kind },
        );
        expect(new Set([a.kind, b.kind, c.kind]).size).toBe(1);
        expect(b.value).toBeCloseTo(-a.value, 6);
        expect(b.low).toBeCloseTo(-a.high, 6);
        expect(7 * c.value).toBeCloseTo(a.value, 6);
        expect(7 * c.high).toBeCloseTo(a.high, 6);
      }),
    );
  });
});
