import { netScore } from './netScore';

describe('netScore', () => {
  // By hand for 60, 25 and 15: shares 60.75/103 and 15.75/103, centre 45/103 = 0.4369,
  // variance 0.5898 + 0.1529 - 0.1909 = 0.5518, reach 1.96 sqrt(0.5518/103) = 0.1435. Further digits from R 4.2.2.
  it.each([
    [60, 25, 15, 0.45, 0.2934311, 0.5803553],
    [15, 13, 8, 0.1944444, -0.0628026, 0.421777],
    [1, 0, 0, 1, -0.4849865, 1],
    [0, 0, 5, -1, -1, -0.1749145],
    [0, 7, 0, 0, -0.2400456, 0.2400456],
  ])(
    'of %d for, %d between and %d against',
    (favourable, neutral, unfavourable, value, low, high) => {
      expect(netScore({ favourable, neutral, unfavourable })).toEqual({
        kind: 'estimate',
        value: expect.closeTo(value, 6),
        low: expect.closeTo(low, 6),
        high: expect.closeTo(high, 6),
        n: favourable + neutral + unfavourable,
      });
    },
  );

  it('has no data of no answer, and refuses what is no count', () => {
    expect(netScore({ favourable: 0, neutral: 0, unfavourable: 0 })).toEqual({
      kind: 'no-data',
    });
    expect(() =>
      netScore({ favourable: 1, neutral: -1, unfavourable: 0 }),
    ).toThrow(RangeError);
  });
});
