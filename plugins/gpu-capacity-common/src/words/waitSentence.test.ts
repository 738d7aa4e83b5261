import type { WaitQuantile } from '../metrics';
import { waitSentence } from './waitSentence';

const within = (fromSeconds: number, toSeconds: number): WaitQuantile => ({
  kind: 'within',
  fromSeconds,
  toSeconds,
});

const range = { days: 7, leastSamples: 20 };

describe('waitSentence', () => {
  it.each<readonly [WaitQuantile, WaitQuantile, string]>([
    // Bounds of Kueue's buckets: 160 s are 2.7 min, and 40,960 s are 11.4 h.
    [
      within(40, 80),
      within(80, 160),
      '40 s to 80 s, 90th percentile 80 s to 2.7 min',
    ],
    [within(0, 1), within(1, 2.5), 'at most 1 s, 90th percentile 1 s to 2.5 s'],
    [
      within(5_120, 10_240),
      { kind: 'more-than', seconds: 40_960 },
      '85.3 min to 2.8 h, 90th percentile more than 11.4 h',
    ],
  ])('gives ranges, as buckets know no more: %j, %j', (p50, p90, words) => {
    expect(waitSentence({ status: 'observed', n: 84, p50, p90 }, range)).toBe(
      `Median wait ${words}, n 84 in 7 days.`,
    );
  });

  it('gives no range where there is not enough history', () => {
    expect(waitSentence({ status: 'not-enough-history', n: 18 }, range)).toBe(
      'Not enough history: 18 admitted in 7 days, and a range is made of 20 or more.',
    );
  });
});
