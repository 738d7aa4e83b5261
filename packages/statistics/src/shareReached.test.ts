import { observed } from './__testUtils__/observed';
import { men, women } from './__testUtils__/lungCancer';
import { channingMen, lateCauses, sixMp } from './__testUtils__/referenceData';
import { cumulativeIncidence } from './cumulativeIncidence';
import { kaplanMeier } from './kaplanMeier';
import { shareReached } from './shareReached';

describe('shareReached', () => {
  // One less the survival and its bounds that Stata's `sts list` prints (Kleinbaum and Klein, computer appendix).
  it.each([
    [6, 0.1429, 0.0484, 0.3803, 21],
    [9, 0.1933, 0.0772, 0.4369, 16],
    [22.9, 0.4622, 0.2532, 0.7322, 6],
    [35, 0.5518, 0.3199, 0.8119, 1],
  ])('reads the 6-MP data at week %d', (time, value, low, high, atRisk) => {
    expect(shareReached(kaplanMeier(sixMp), time)).toEqual({
      kind: 'estimate',
      value: expect.closeTo(value, 4),
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
      n: 21,
      atRisk,
    });
  });

  // R 4.2.2, survival 3.5-3: summary(survfit(Surv(time, status) ~ 1, data = lung, conf.type = "log-log"), times = ...)
  // prints one less these.
  it.each([
    [100, 0.86397, 0.81222, 0.9023, 196],
    [200, 0.68027, 0.61492, 0.7369, 144],
    [365, 0.40924, 0.33871, 0.4784, 65],
    [500, 0.29327, 0.2265, 0.363, 41],
    [1000, 0.05035, 0.01787, 0.1087, 2],
  ])('reads the lung data at day %d', (day, survival, low, high, atRisk) => {
    expect(shareReached(kaplanMeier([...men, ...women]), day)).toEqual({
      kind: 'estimate',
      value: expect.closeTo(1 - survival, 5),
      low: expect.closeTo(1 - high, 4),
      high: expect.closeTo(1 - low, 5),
      n: 228,
      atRisk,
    });
  });

  // R 4.2.2, etm 1.1.1, as in the test of the incidence: P = 0.5180 [0.2702, 0.8157] at 13.
  it('reads an incidence', () => {
    expect(
      shareReached(cumulativeIncidence(lateCauses, 'a'), 13.5),
    ).toMatchObject({
      value: expect.closeTo(0.5179634, 6),
      low: expect.closeTo(0.27015519, 5),
      high: expect.closeTo(0.8156522, 5),
    });
  });

  // Newcombe 1998, table I, method 3: 0 of 20 gives 0.1611 at most.
  it('bounds a share of 0 by the number that is still followed', () => {
    const members = Array.from({ length: 20 }, () => ({
      duration: 8,
      event: false,
    }));
    expect(shareReached(kaplanMeier(members), 7)).toEqual({
      kind: 'estimate',
      value: 0,
      low: 0,
      high: expect.closeTo(0.1611, 4),
      n: 20,
      atRisk: 20,
    });
  });

  it('stays at 1 once the event has come for all', () => {
    // By hand, 1 of 2 at time 2: survival 0.5, Greenwood 0.5, band of survival 0.5^exp(+-2.0) = [0.0060, 0.9104].
    expect(shareReached(kaplanMeier(observed('2 4')), 100)).toEqual({
      kind: 'estimate',
      value: 1,
      low: expect.closeTo(1 - 0.9104, 3),
      high: 1,
      n: 2,
      atRisk: 0,
    });
  });

  it.each([
    ['after the follow-up', observed('2 4 9+'), 10, 0, 9],
    ['before anybody was observed', observed('3-5 2-9+'), 2, 2, 9],
    ['before the estimate begins anew', channingMen, 780, 782, 1153],
  ])('does not know the share %s', (_, members, time, from, followUp) => {
    expect(shareReached(kaplanMeier(members), time)).toEqual({
      kind: 'not-observed',
      from,
      followUp,
    });
  });

  it('passes "no data" on and refuses times that are none', () => {
    expect(shareReached(kaplanMeier([]), 3)).toEqual({ kind: 'no-data' });
    expect(() => shareReached(kaplanMeier(sixMp), Number.NaN)).toThrow(
      RangeError,
    );
  });
});
