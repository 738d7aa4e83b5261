import type { RayReservation } from '@fairway/plugin-gpu-capacity-common';
import { clusterPod } from '../__testUtils__/clusterView';
import { rayUse } from './rayUse';

const worker = (name: string) =>
  clusterPod(name, 'n', 2, { labels: { 'ray.io/cluster': 'sim' } });

const useOf = (value: readonly Omit<RayReservation, 'namespace'>[]) =>
  rayUse([
    {
      cluster: {
        rayReservations: {
          status: 'observed',
          warnings: [],
          value: value.map(one => ({
            namespace: worker('a').namespace,
            ...one,
          })),
        },
      },
      pods: [worker('a'), worker('b'), clusterPod('other', 'n', 1)],
    },
  ]);

describe('rayUse', () => {
  it('says what Ray has given away, and what it has not', () => {
    expect(
      useOf([
        { pod: 'a', used: 2, available: 0 },
        { pod: 'b', used: 0.5, available: 1.5 },
        { pod: 'of-others', used: 8, available: 0 },
      ]),
    ).toEqual({
      pods: 2,
      reporting: 2,
      given: 2.5,
      managed: 4,
      sentence:
        'Ray has given 2.5 of 4 GPUs to tasks and actors. The other 1.5 are held all the same.',
    });
  });

  it('says how many pods report', () => {
    expect(useOf([{ pod: 'a', used: 1, available: 0 }])?.sentence).toBe(
      'Ray has given 1 of 1 GPU to tasks and actors. 1 of 2 pods of Ray report it.',
    );
    expect(useOf([])).toEqual({
      pods: 2,
      reporting: 0,
      given: 0,
      managed: 0,
      sentence:
        'None of 2 pods of Ray reports what Ray has given to tasks and actors.',
    });
  });

  it('makes no number where the metrics cannot be read', () => {
    const rayReservations = {
      status: 'unobserved',
      reason: 'Prometheus is down.',
    } as const;
    expect(
      rayUse([{ cluster: { rayReservations }, pods: [worker('a')] }]),
    ).toMatchObject({ pods: 1, reporting: 0 });
  });

  it('is absent where nothing is of Ray, or nothing is asked', () => {
    const rayReservations = {
      status: 'observed',
      warnings: [],
      value: [],
    } as const;
    expect(
      rayUse([
        { cluster: { rayReservations }, pods: [clusterPod('x', 'n', 1)] },
      ]),
    ).toBeUndefined();
    expect(
      rayUse([
        { cluster: { rayReservations: undefined }, pods: [worker('a')] },
      ]),
    ).toBeUndefined();
  });
});
