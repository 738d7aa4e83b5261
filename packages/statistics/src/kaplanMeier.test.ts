import fc from 'fast-check';
import { kaplanMeier, type Observation } from './kaplanMeier';

function observed(text: string): Observation[] {
  return text.split(' ').map(item => ({
    duration: Number.parseFloat(item),
    event: !item.endsWith('+'),
  }));
}

// R. G. Miller, "Survival Analysis" (1981); `aml` (also `leukemia`) of R's survival package, group "Maintained".
const amlMaintained = observed('9 13 13+ 18 23 28+ 31 34 45+ 48 161+');

// E. J. Freireich et al., Blood 21 (1963), remission under 6-MP, as in Kleinbaum and Klein, "Survival Analysis".
const sixMp = observed(
  '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+',
);

describe('kaplanMeier', () => {
  // Printed by summary(survfit(Surv(time, status) ~ x, data = aml)).
  it.each([
    [0, 9, 11, 0.909],
    [1, 13, 10, 0.818],
    [2, 18, 8, 0.716],
    [3, 23, 7, 0.614],
    [4, 31, 5, 0.491],
    [5, 34, 4, 0.368],
    [6, 48, 2, 0.184],
  ])('gives step %d of the aml data', (index, time, atRisk, survival) => {
    const curve = kaplanMeier(amlMaintained);
    expect(curve).toMatchObject({ n: 11, events: 7, followUp: 161 });
    expect(curve).toHaveProperty(
      `points.${index}`,
      expect.objectContaining({
        time,
        atRisk,
        events: 1,
        survival: expect.closeTo(survival, 3),
      }),
    );
  });

  // Kleinbaum and Klein, "Survival Analysis", computer appendix: Stata's `sts list`, whose band is log(-log).
  it.each([
    [0, 6, 21, 3, 0.8571, 0.6197, 0.9516],
    [1, 7, 17, 1, 0.8067, 0.5631, 0.9228],
    [2, 10, 15, 1, 0.7529, 0.5032, 0.8894],
    [3, 13, 12, 1, 0.6902, 0.4316, 0.8491],
    [4, 16, 11, 1, 0.6275, 0.3675, 0.8049],
    [5, 22, 7, 1, 0.5378, 0.2678, 0.7468],
    [6, 23, 6, 1, 0.4482, 0.1881, 0.6801],
  ])(
    'gives step %d of the 6-MP data with its band',
    (index, time, atRisk, events, survival, low, high) => {
      expect(kaplanMeier(sixMp)).toHaveProperty(`points.${index}`, {
        time,
        atRisk,
        events,
        survival: expect.closeTo(survival, 4),
        band: { low: expect.closeTo(low, 4), high: expect.closeTo(high, 4) },
      });
    },
  );

  it('says "no data" where there is none', () => {
    expect(kaplanMeier([])).toEqual({ kind: 'no-data' });
  });

  it('has no band where survival is zero', () => {
    expect(kaplanMeier(observed('1 2'))).toHaveProperty('points.1', {
      time: 2,
      atRisk: 1,
      events: 1,
      survival: 0,
    });
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses the duration %d',
    duration => {
      expect(() => kaplanMeier([{ duration, event: true }])).toThrow(
        RangeError,
      );
    },
  );

  const sample = fc.array(
    fc.record({
      duration: fc.integer({ min: 0, max: 50 }),
      event: fc.boolean(),
    }),
    { minLength: 1, maxLength: 200 },
  );

  it('never rises, and its band holds it', () => {
    fc.assert(
      fc.property(sample, observations => {
        const curve = kaplanMeier(observations);
        if (curve.kind === 'no-data') {
          return false;
        }
        let last = 1;
        for (const { survival, band } of curve.points) {
          expect(survival).toBeLessThanOrEqual(last);
          expect(survival).toBeGreaterThanOrEqual(band?.low ?? 0);
          expect(survival).toBeLessThanOrEqual(band?.high ?? 1);
          last = survival;
        }
        return true;
      }),
    );
  });

  it('is the share that is left where nothing is censored', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }),
        durations => {
          const curve = kaplanMeier(
            durations.map(duration => ({ duration, event: true })),
          );
          if (curve.kind === 'no-data') {
            return false;
          }
          for (const { time, survival } of curve.points) {
            const left = durations.filter(duration => duration > time).length;
            expect(survival).toBeCloseTo(left / durations.length, 9);
          }
          return true;
        },
      ),
    );
  });
});
