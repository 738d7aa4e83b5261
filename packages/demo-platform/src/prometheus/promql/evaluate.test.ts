import { BadQuery } from './BadQuery';
import { evaluatePromql } from './evaluate';

const source = {
  metrics: ['busy', 'memory'],
  series: (metric: string) =>
    metric === 'busy' || metric === 'memory'
      ? ['a', 'b'].map(device => ({
          labels: { __name__: metric, device, node: 'n1' },
          valueAt: (time: number) => (device === 'a' ? time : -time),
        }))
      : [],
};

const ask = (query: string) =>
  evaluatePromql(query, { source, atSeconds: 600 }).map(({ labels, value }) => [
    labels,
    value,
  ]);

// Worked out by hand: device a has the time as its value, device b its negative.
describe('evaluatePromql', () => {
  it.each([
    [
      'busy{device="b"}',
      [[{ __name__: 'busy', device: 'b', node: 'n1' }, -600]],
    ],
    [
      'busy{device=~"a|c"} offset 5m',
      [[{ __name__: 'busy', device: 'a', node: 'n1' }, 300]],
    ],
    [
      'max_over_time(busy{device="b"}[5m])',
      [[{ device: 'b', node: 'n1' }, -300]],
    ],
    [
      'quantile_over_time(0.5, busy{device="a"}[10m])',
      [[{ device: 'a', node: 'n1' }, 300]],
    ],
    ['increase(busy{device="a"}[5m])', [[{ device: 'a', node: 'n1' }, 300]]],
    // Round times after 300 and until 600: 360, 480 and 600; of 100 s, 400, 500 and 600.
    [
      'count_over_time(busy{device="a"}[5m:2m])',
      [[{ device: 'a', node: 'n1' }, 3]],
    ],
    [
      'min_over_time(busy{device="a"}[5m:100s])',
      [[{ device: 'a', node: 'n1' }, 400]],
    ],
    ['sum by (node) (busy)', [[{ node: 'n1' }, 0]]],
    ['max without (device) (busy)', [[{ node: 'n1' }, 600]]],
    [
      'count by (__name__) ({__name__=~"busy|other"})',
      [[{ __name__: 'busy' }, 2]],
    ],
    [
      'label_replace(timestamp(busy{device="a"}),"stat","time","","")',
      [[{ device: 'a', node: 'n1', stat: 'time' }, 600]],
    ],
    [
      'busy{device="a"} or memory',
      [
        [{ __name__: 'busy', device: 'a', node: 'n1' }, 600],
        [{ __name__: 'memory', device: 'b', node: 'n1' }, -600],
      ],
    ],
  ])('%s', (query, expected) => {
    expect(ask(query)).toEqual(expected);
  });

  it.each([
    '',
    'busy{',
    'rate(busy[5m])',
    'max_over_time(sum(busy)[5m:1m])',
    'busy * 2',
    'topk(1, busy)',
  ])('refuses %j', query => {
    expect(() => ask(query)).toThrow(BadQuery);
  });
});
