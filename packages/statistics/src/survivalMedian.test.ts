import fc from 'fast-check';
import { observed } from './__testUtils__/observed';
import {
  amlMaintained,
  amlNotMaintained,
  channingMen,
  lateCauses,
  sixMp,
} from './__testUtils__/referenceData';
import { men, women } from './__testUtils__/lungCancer';
import { cumulativeIncidence } from './cumulativeIncidence';
import { kaplanMeier } from './kaplanMeier';
import { survivalMedian } from './survivalMedian';

describe('survivalMedian', () => {
  // Printed by survfit(Surv(time, status) ~ x, data = aml, conf.type = "log-log"): 31 (13 to NA) and 23 (5 to 33).
  // Bounds by hand from the log(-log) band. Maintained: 0.909^exp(1.961) = 0.508 at 9, 0.818^exp(1.388) = 0.447 at 13.
  // Not maintained: 0.833^exp(1.388) = 0.482 at 5 already.
  it('gives the medians of the aml data', () => {
    expect(survivalMedian(kaplanMeier(amlMaintained))).toEqual({
      kind: 'reached',
      value: 31,
      low: 13,
      n: 11,
    });
    expect(survivalMedian(kaplanMeier(amlNotMaintained))).toEqual({
      kind: 'reached',
      value: 23,
      low: 5,
      high: 33,
      n: 12,
    });
  });

  // R 4.2.2, survival 3.5-3: survfit(Surv(time, status) ~ sex, data = lung, conf.type = "log-log"), and ~ 1. The median
  // of the 165 who died, median(time[status == 2]), is 226: so much too low is what counts completed ones only.
  it.each([
    ['all', [...men, ...women], 310, 284, 361],
    ['men', men, 270, 210, 306],
    ['women', women, 426, 345, 524],
  ])(
    'gives the median of the lung data for %s',
    (_, members, value, low, high) => {
      expect(survivalMedian(kaplanMeier(members))).toEqual({
        kind: 'reached',
        value,
        low,
        high,
        n: members.length,
      });
    },
  );

  // Kleinbaum and Klein: median of the 6-MP group is 23 weeks; its log(-log) interval is 13 weeks to unbounded.
  it('gives the median of the 6-MP data', () => {
    expect(survivalMedian(kaplanMeier(sixMp))).toEqual({
      kind: 'reached',
      value: 23,
      low: 13,
      n: 21,
    });
  });

  // R 4.2.2, survival 3.5-3: survfit(Surv(ageentry, age, death) ~ 1, conf.type = "log-log"), men older than 781 months,
  // and survfit(Surv(entry, exit, cause > 0) ~ 1, conf.type = "log-log").
  it('gives medians where members enter late', () => {
    expect(survivalMedian(kaplanMeier(channingMen))).toMatchObject({
      value: 1009,
      low: 945,
      high: 1033,
    });
    const any = lateCauses.map(({ cause, ...followUp }) => ({
      ...followUp,
      event: cause !== undefined,
    }));
    expect(survivalMedian(kaplanMeier(any))).toMatchObject({
      value: 8,
      low: 2,
      high: 14,
    });
  });

  // R 4.2.2, etm 1.1.1: summary(etm(...), ci.fun = "cloglog") has P = 0.5180 at 13, and its bounds cross one half
  // between 2 (0.727 is the upper one) and never (0.401 is the highest lower one).
  it('gives the time by which an event has come among competing ones', () => {
    expect(survivalMedian(cumulativeIncidence(lateCauses, 'a'))).toEqual({
      kind: 'reached',
      value: 13,
      low: 2,
      n: 20,
    });
    // The upper bound of the other cause is 0.547 at 5.
    expect(survivalMedian(cumulativeIncidence(lateCauses, 'b'))).toEqual({
      kind: 'not-reached',
      atLeast: 30,
      low: 5,
      n: 20,
    });
  });

  it('bounds nothing for one member', () => {
    expect(survivalMedian(kaplanMeier(observed('7')))).toEqual({
      kind: 'reached',
      value: 7,
      low: 0,
      n: 1,
    });
  });

  it('takes the middle of a part that is flat at one half', () => {
    expect(survivalMedian(kaplanMeier(observed('1 2 5 9')))).toMatchObject({
      kind: 'reached',
      value: 3.5,
    });
  });

  it('says how long it is at least where half was not reached', () => {
    expect(survivalMedian(kaplanMeier(observed('3 8+ 10+ 12+')))).toEqual({
      kind: 'not-reached',
      atLeast: 12,
      low: 3,
      n: 4,
    });
  });

  it('passes "no data" on', () => {
    expect(survivalMedian(kaplanMeier([]))).toEqual({ kind: 'no-data' });
  });

  it('lies within its interval', () => {
    const sample = fc.array(
      fc.record({
        duration: fc.integer({ min: 0, max: 50 }),
        event: fc.boolean(),
      }),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(sample, observations => {
        const median = survivalMedian(kaplanMeier(observations));
        const [low, value, high] =
          median.kind === 'reached'
            ? [median.low, median.value, median.high ?? median.value]
            : [0, 0, 0];
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
      }),
    );
  });
});
