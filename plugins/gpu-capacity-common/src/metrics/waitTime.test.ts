import { admissionWaitQuery, readAdmissionWait, waitTime } from './waitTime';

/** Cumulative counts by upper bound. */
const buckets = (counts: ReadonlyArray<readonly [number, number]>) =>
  counts.map(([upperSeconds, count]) => ({ upperSeconds, count }));

describe('waitTime', () => {
  it('says in which bucket each quantile is', () => {
    // Of 100, the 50th is among the 40 between 2.5 and 5, the 90th among the 20 between 5 and 10.
    expect(
      waitTime(
        buckets([
          [2.5, 30],
          [5, 70],
          [10, 90],
          [Infinity, 100],
        ]),
      ),
    ).toEqual({
      status: 'observed',
      n: 100,
      p50: { kind: 'within', fromSeconds: 2.5, toSeconds: 5 },
      p90: { kind: 'within', fromSeconds: 5, toSeconds: 10 },
    });
  });

  it('says no more than "more than" of what is beyond the last bucket', () => {
    expect(
      waitTime(
        buckets([
          [1, 10],
          [40_960, 20],
          [Infinity, 100],
        ]),
      ),
    ).toMatchObject({
      p50: { kind: 'more-than', seconds: 40_960 },
      p90: { kind: 'more-than', seconds: 40_960 },
    });
  });

  it('begins at zero, and takes buckets in any order', () => {
    expect(
      waitTime(
        buckets([
          [Infinity, 20],
          [1, 20],
        ]),
      ),
    ).toMatchObject({ p90: { kind: 'within', fromSeconds: 0, toSeconds: 1 } });
  });

  it.each([
    [
      '19 of them',
      [
        [1, 19],
        [Infinity, 19],
      ],
      19,
    ],
    [
      'a count that is extrapolated to less than 19.5',
      [
        [1, 19.4],
        [Infinity, 19.4],
      ],
      19,
    ],
    [
      'none',
      [
        [1, 0],
        [Infinity, 0],
      ],
      0,
    ],
    ['no bucket', [], 0],
    ['no bucket up to infinity', [[1, 50]], 0],
    [
      'no numbers',
      [
        [1, NaN],
        [Infinity, NaN],
      ],
      0,
    ],
  ] as const)('has not enough history with %s', (_, counts, n) => {
    expect(waitTime(buckets(counts))).toEqual({
      status: 'not-enough-history',
      n,
    });
  });
});

describe('readAdmissionWait', () => {
  it('tells queues and priorities apart', () => {
    const series = (
      queue: string,
      priority: string,
      le: string,
      value: number,
    ) => ({
      labels: { cluster_queue: queue, priority_class: priority, le },
      value,
    });
    expect(
      readAdmissionWait([
        series('vision', '', '1', 20),
        series('vision', '', '+Inf', 40),
        series('vision', 'high', '1', 3),
        series('vision', 'high', '+Inf', 3),
        { labels: { le: '1' }, value: 4 },
      ]),
    ).toEqual([
      {
        clusterQueue: 'vision',
        priorityClass: undefined,
        wait: {
          status: 'observed',
          n: 40,
          p50: { kind: 'within', fromSeconds: 0, toSeconds: 1 },
          p90: { kind: 'more-than', seconds: 1 },
        },
      },
      {
        clusterQueue: 'vision',
        priorityClass: 'high',
        wait: { status: 'not-enough-history', n: 3 },
      },
    ]);
  });

  it('asks for one cluster of many', () => {
    expect(
      admissionWaitQuery({
        windowSeconds: 604_800,
        matchers: [{ label: 'cluster', value: 'west' }],
      }),
    ).toBe(
      'sum by (le,cluster_queue,priority_class) (increase(kueue_admission_wait_time_seconds_bucket{cluster="west"}[604800s]))',
    );
  });
});
