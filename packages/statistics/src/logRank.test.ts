import { men, women } from './__testUtils__/lungCancer';
import {
  amlMaintained,
  amlNotMaintained,
  channingMen,
  lateCauses,
  sixMp,
  sixMpPlacebo,
} from './__testUtils__/referenceData';
import { logRank } from './logRank';

describe('logRank', () => {
  // survdiff(Surv(time, status) ~ x, data = aml) prints 7 against 10.689, 11 against 7.311, and Chisq = 3.4, p = 0.065;
  // further digits from its fields.
  it('agrees with R for the aml data', () => {
    expect(logRank(amlMaintained, amlNotMaintained)).toEqual({
      kind: 'test',
      groups: [
        { n: 11, observed: 7, expected: expect.closeTo(10.689, 3) },
        { n: 12, observed: 11, expected: expect.closeTo(7.311, 3) },
      ],
      statistic: expect.closeTo(3.396388699, 8),
      pValue: expect.closeTo(0.06533932, 7),
    });
  });

  // Kleinbaum and Klein, "Survival Analysis", chapter 2: expected 19.25 and 10.75, variance 6.2570, statistic 16.793.
  it('agrees with the published test of the 6-MP data', () => {
    expect(logRank(sixMp, sixMpPlacebo)).toMatchObject({
      groups: [
        { observed: 9, expected: expect.closeTo(19.2505, 4) },
        { observed: 21, expected: expect.closeTo(10.7495, 4) },
      ],
      statistic: expect.closeTo(16.7929, 4),
      pValue: expect.closeTo(4.16881e-5, 9),
    });
  });

  // survdiff(Surv(time, status) ~ sex, data = lung) prints 112 against 91.58, 53 against 73.42, and 10.33, p = 0.0013.
  it('agrees with R for the lung data', () => {
    expect(logRank(men, women)).toEqual({
      kind: 'test',
      groups: [
        { n: 138, observed: 112, expected: expect.closeTo(91.58, 2) },
        { n: 90, observed: 53, expected: expect.closeTo(73.42, 2) },
      ],
      statistic: expect.closeTo(10.33, 2),
      pValue: expect.closeTo(0.0013, 4),
    });
  });

  // R 4.2.2: the sums over the risk sets with entry < t <= exit, written out, for odd against even places.
  it('lets members count from their entry on', () => {
    const members = lateCauses.map(({ cause, ...followUp }) => ({
      ...followUp,
      event: cause === 'a',
    }));
    expect(
      logRank(
        members.filter((_, index) => index % 2 === 0),
        members.filter((_, index) => index % 2 === 1),
      ),
    ).toMatchObject({
      groups: [
        { observed: 9, expected: expect.closeTo(4.882142857, 6) },
        { observed: 1 },
      ],
      statistic: expect.closeTo(6.909933417, 6),
      pValue: expect.closeTo(0.008571818, 6),
    });
  });

  it('finds no difference between a group and itself', () => {
    expect(logRank(channingMen, channingMen)).toMatchObject({
      statistic: expect.closeTo(0, 12),
      pValue: expect.closeTo(1, 6),
    });
  });

  it.each([
    ['nobody', [], []],
    ['one group', sixMp, []],
    ['no event', [{ duration: 3, event: false }], sixMp.slice(3, 4)],
  ])('has no data for %s', (_, first, second) => {
    expect(logRank(first, second)).toEqual({ kind: 'no-data' });
  });
});
