import { fast, slow, weeks } from './__testUtils__/weeks';
import { growthDifference } from './growthDifference';
import { growthRate } from './growthRate';

describe('growthDifference', () => {
  // R 4.2.2, family = poisson: slopes 0.1867498896 and 0.0711040792 with standard errors 0.0437696345 and 0.0262688779;
  // 0.1156458104 +- 1.959964 sqrt(0.0437696345^2 + 0.0262688779^2).
  it('tells which of two grows faster', () => {
    expect(growthDifference(growthRate(fast), growthRate(slow))).toEqual({
      kind: 'estimate',
      value: expect.closeTo(0.115645810412, 7),
      low: expect.closeTo(0.0155948, 6),
      high: expect.closeTo(0.2156968, 6),
    });
  });

  it('has no data where one has none', () => {
    expect(
      growthDifference(growthRate(weeks(0, 0, 0)), growthRate(slow)),
    ).toEqual({ kind: 'no-data' });
  });
});
