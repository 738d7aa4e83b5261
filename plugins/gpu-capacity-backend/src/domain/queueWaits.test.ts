import type { QueueWaitTime } from '@fairway/plugin-gpu-capacity-common';
import { queueWaits, waitsKnown } from './queueWaits';

const wait = (priorityClass: string | undefined, n: number): QueueWaitTime => ({
  clusterQueue: 'vision',
  priorityClass,
  wait:
    n < 20
      ? { status: 'not-enough-history', n }
      : {
          status: 'observed',
          n,
          p50: { kind: 'within', fromSeconds: 40, toSeconds: 80 },
          p90: { kind: 'more-than', seconds: 40_960 },
        },
});

const observed = (
  value: readonly QueueWaitTime[],
  warnings: readonly string[] = [],
) => ({ status: 'observed', value, warnings } as const);

describe('waiting times of queues', () => {
  it('are given by priority, with the number that they are made of', () => {
    const reading = observed([wait('low', 3), wait('high', 84)]);
    expect(queueWaits('vision', reading)).toEqual([
      {
        priority: 'high',
        n: 84,
        median: { fromSeconds: 40, toSeconds: 80 },
        p90: { fromSeconds: 40_960 },
        sentence:
          'Median wait 40 s to 80 s, 90th percentile more than 11.4 h, n 84 in 7 days.',
      },
      {
        priority: 'low',
        n: 3,
        sentence: expect.stringContaining('3 admitted'),
      },
    ]);
    expect(waitsKnown(reading)).toEqual({
      status: 'known',
      sentence:
        "Waiting times are those of workloads that were admitted in 7 days, by Kueue's kueue_admission_wait_time_seconds in Prometheus. Who still waits is not among them.",
    });
  });

  it('are not those of another queue', () => {
    expect(queueWaits('speech', observed([wait(undefined, 84)]))).toEqual([
      { n: 0, sentence: expect.stringContaining('Not enough history: 0') },
    ]);
  });

  it.each([
    [undefined, 'Prometheus has not answered yet.'],
    [{ status: 'unobserved', reason: 'It is down.' } as const, 'It is down.'],
    [
      observed([wait(undefined, 84)], ['store west is away']),
      'Prometheus warns: store west is away',
    ],
    [
      observed([]),
      'Prometheus has no series of kueue_admission_wait_time_seconds.',
    ],
  ])('are unknown, and say why: %#', (reading, reason) => {
    expect(queueWaits('vision', reading)).toBeUndefined();
    expect(waitsKnown(reading)).toEqual({
      status: 'unknown',
      sentence: `How long workloads wait until they are admitted is not known: ${reason}`,
    });
  });
});
