import fc from 'fast-check';
import { observed } from './__testUtils__/observed';
import {
  amlMaintained,
  channingMen,
  lateCauses,
  sixMp,
} from './__testUtils__/referenceData';
import { kaplanMeier } from './kaplanMeier';

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

  // R 4.2.2, survival 3.5-3: summary(survfit(Surv(entry, exit, cause > 0) ~ 1, conf.type = "log-log")).
  it.each([
    [0, 2, 6, 1, 0.83333333, 0.27312285, 0.9747124],
    [1, 5, 8, 2, 0.625, 0.22933332, 0.8606983],
    [2, 6, 7, 1, 0.53571429, 0.18733441, 0.7924723],
    [4, 9, 7, 1, 0.39358601, 0.12440439, 0.6589088],
    [5, 12, 8, 1, 0.34438776, 0.105824, 0.602939],
    [7, 14, 7, 2, 0.21524235, 0.05685282, 0.4391907],
    [12, 28, 3, 1, 0.07028322, 0.01045827, 0.213104],
  ])(
    'gives step %d where members enter late',
    (index, time, atRisk, events, survival, low, high) => {
      const members = lateCauses.map(({ cause, ...followUp }) => ({
        ...followUp,
        event: cause !== undefined,
      }));
      expect(kaplanMeier(members)).toHaveProperty(`points.${index}`, {
        time,
        atRisk,
        events,
        survival: expect.closeTo(survival, 6),
        band: { low: expect.closeTo(low, 5), high: expect.closeTo(high, 5) },
      });
    },
  );

  // All who live there at 781 months of age have died by then, which would hold the estimate at 0 for all later ages.
  // R 4.2.2, survival 3.5-3, of the 94 men who are older when their observation ends:
  // summary(survfit(Surv(ageentry, age, death) ~ 1, conf.type = "log-log"), times = c(900, 1000, 1100)).
  it('begins anew where early deaths leave nobody', () => {
    const curve = kaplanMeier(channingMen);
    expect(curve).toMatchObject({ from: 782, n: 94, events: 44 });
    expect(curve).toEqual(kaplanMeier(channingMen, { from: 781 }));
    for (const [time, survival, low, high] of [
      [900, 0.8045311, 0.6137816, 0.9076358],
      [1000, 0.5008204, 0.3513983, 0.6330372],
      [1100, 0.1503274, 0.0665264, 0.2658188],
    ]) {
      const points = curve.kind === 'curve' ? curve.points : [];
      expect(points.filter(point => point.time <= time).at(-1)).toMatchObject({
        survival: expect.closeTo(survival, 6),
        band: { low: expect.closeTo(low, 5), high: expect.closeTo(high, 5) },
      });
    }
  });

  // By hand: of the members with 4, 6 and 9 two are left after 4, and one of the two has the event at 6.
  it('tells of those for whom the event comes later, where asked', () => {
    const curve = kaplanMeier(observed('1 3 4+ 6 9+'), { from: 3 });
    expect(curve).toMatchObject({
      from: 3,
      n: 3,
      points: [{ time: 6, atRisk: 2, events: 1, survival: 0.5 }],
    });
  });

  it('says "no data" where there is none', () => {
    expect(kaplanMeier([])).toEqual({ kind: 'no-data' });
    expect(kaplanMeier(observed('1 2+'), { from: 2 })).toEqual({
      kind: 'no-data',
    });
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

  it.each([5, 7, -1, Number.NaN])('refuses the entry %d before 5', entry => {
    expect(() => kaplanMeier([{ entry, duration: 5, event: true }])).toThrow(
      RangeError,
    );
  });

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
