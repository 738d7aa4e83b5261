import { blackHoleNodes, type FailedPod } from './blackHoleNodes';
import { readFailedPod } from './failedPod';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const MINUTE = 60_000;

const failed = (
  node: string,
  minutesAgo: number,
  reason = 'UnexpectedAdmissionError',
): FailedPod => ({ node, reason, at: NOW - minutesAgo * MINUTE });

describe('blackHoleNodes', () => {
  it('finds the node that refuses pod after pod', () => {
    expect(
      blackHoleNodes(
        [
          failed('a', 5),
          failed('b', 1),
          failed('a', 50, 'OutOfnvidia.com/gpu'),
          failed('a', 10),
          failed('b', 2),
          failed('c', 1, 'TopologyAffinityError'),
          failed('c', 2, 'TopologyAffinityError'),
          failed('c', 3, 'OutOfcpu'),
          failed('c', 4, 'OutOfmemory'),
        ],
        { now: NOW },
      ),
    ).toEqual([
      {
        node: 'c',
        pods: 4,
        reason: 'TopologyAffinityError',
        since: NOW - 4 * MINUTE,
      },
      {
        node: 'a',
        pods: 3,
        reason: 'UnexpectedAdmissionError',
        since: NOW - 50 * MINUTE,
      },
    ]);
  });

  it.each([
    ['long ago', [60.1, 61, 62], 'UnexpectedAdmissionError'],
    ['for reasons of the pods', [1, 2, 3], 'Evicted'],
    ['by the program', [1, 2, 3], 'Error'],
  ])('does not blame a node for what failed %s', (_, minutes, reason) => {
    expect(
      blackHoleNodes(
        minutes.map(ago => failed('a', ago, reason)),
        { now: NOW },
      ),
    ).toEqual([]);
  });
});

describe('readFailedPod', () => {
  const pod = (status: object, nodeName: string | null = 'gpu-01') => ({
    metadata: { creationTimestamp: '2026-11-21T11:00:00Z' },
    spec: { nodeName },
    status: { phase: 'Failed', ...status },
  });

  it('keeps the node, the reason and the time, and nothing else', () => {
    expect(
      readFailedPod({
        ...pod({
          reason: 'UnexpectedAdmissionError',
          message: 'hunter2',
          startTime: '2026-11-21T11:30:00Z',
        }),
        metadata: { name: 'a', labels: { secret: 'hunter2' } },
      }),
    ).toEqual({
      node: 'gpu-01',
      reason: 'UnexpectedAdmissionError',
      at: Date.parse('2026-11-21T11:30:00Z'),
    });
    expect(readFailedPod(pod({ reason: 'OutOfnvidia.com/gpu' }))?.at).toBe(
      Date.parse('2026-11-21T11:00:00Z'),
    );
  });

  it.each([
    ['without a node', pod({ reason: 'OutOfcpu' }, null)],
    ['that was evicted', pod({ reason: 'Evicted' })],
    ['without a reason', pod({})],
    ['that runs', pod({ phase: 'Running', reason: 'OutOfcpu' })],
  ])('keeps nothing of a pod %s', (_, object) => {
    expect(readFailedPod(object)).toBeUndefined();
  });

  it('throws on what is no pod', () => {
    expect(() => readFailedPod({ status: [] })).toThrow();
  });
});
