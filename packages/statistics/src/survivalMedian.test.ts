import fc from 'fast-check';
import { kaplanMeier, type Observation } from './kaplanMeier';
import { survivalMedian } from './survivalMedian';

function observed(text: string): Observation[] {
  return text.split(' ').map(item => ({
    duration: Number.parseFloat(item),
    event: !item.endsWith('+'),
  }));
}

describe('survivalMedian', () => {
  // Medians printed by survfit(Surv(time, status) ~ x, data = aml): 31 and 23.
  // Bounds by hand from the log(-log) band. Maintained: 0.909^exp(1.961) = 0.508 at 9, 0.818^exp(1.388) = 0.447 at 13.
  // Not maintained: 0.833^exp(1.388) = 0.482 at 5 already.
  it('gives the median of the maintained group of aml', () => {
    expect(
      survivalMedian(
        kaplanMeier(observed('9 13 13+ 18 23 28+ 31 34 45+ 48 161+')),
      ),
    ).toEqual({ kind: 'reached', value: 31, low: 13 });
  });

  it('gives the median of the group of aml that was not maintained', () => {
    expect(
      survivalMedian(kaplanMeier(observed('5 5 8 8 12 16+ 23 27 30 33 43 45'))),
    ).toMatchObject({ kind: 'reached', value: 23, low: 5 });
  });

  // Kleinbaum and Klein: median of the 6-MP group is 23 weeks; its log(-log) interval is 13 weeks to unbounded.
  it('gives the median of the 6-MP data', () => {
    expect(
      survivalMedian(
        kaplanMeier(
          observed(
            '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+',
          ),
        ),
      ),
    ).toEqual({ kind: 'reached', value: 23, low: 13 });
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
