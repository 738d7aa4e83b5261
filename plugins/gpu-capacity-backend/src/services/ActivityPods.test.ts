import {
  ClusterState,
  DEFAULT_ACCELERATORS,
  MEAN_SECONDS,
  type PodActivity,
} from '@fairway/plugin-gpu-capacity-common';
import { GPU, clusterNode, clusterPod } from '../__testUtils__/clusterView';
import { PERIOD_MS } from '../history/periods';
import { ActivityPods } from './ActivityPods';

type Device = PodActivity['devices'][number];

const device = (
  state: Device['state'],
  busyMax: number | undefined,
  busyMean: number | undefined,
): Device => ({
  state,
  deviceKey: undefined,
  busyMax,
  busyMean,
  memoryUsedBytes: undefined,
  holdsMemory: undefined,
  attributable: true,
});

function podsWith(...devices: readonly Device[]) {
  const pod = clusterPod('p', 'a', devices.length);
  return {
    pod,
    found: new ActivityPods({
      registry: DEFAULT_ACCELERATORS,
      viewOf: () => ({
        state: ClusterState.of([clusterNode('a')], [pod]),
        activity: {
          freshness: { status: 'live', asOf: '2026-11-21T12:00:00Z' },
          notes: [],
          sources: [],
          errors: [],
          activity: {
            pods: [{ namespace: pod.namespace, name: pod.name, devices }],
            devices,
            busy: 0,
            idle: 0,
            noMetric: 0,
            idleWithMemory: 0,
            coverage: { reporting: 0, held: 0 },
            memoryCoverage: { reporting: 0, held: 0 },
          },
        },
      }),
    }),
  };
}

describe('ActivityPods', () => {
  const { pod, found } = podsWith(
    device('busy', 0.9, 0.1),
    device('idle', 0.04, 0.01),
    // Known to be busy at times, though for less long than the mean is of.
    device('busy', 0.7, undefined),
    device('no-metric', undefined, undefined),
  );

  it('gives the mean of each device for a distribution', () => {
    expect(found.measured.of('west')).toEqual([
      { pod, resource: GPU, busyShares: [0.1, 0.01] },
    ]);
  });

  it('gives the highest of those that are idle', () => {
    expect(found.idle.of('west')).toEqual([
      { pod, idleDevices: 1, busyMax: 0.04 },
    ]);
  });

  it('takes the mean over as long as a sample of the history stands for', () => {
    expect(MEAN_SECONDS * 1_000).toBe(PERIOD_MS.sample);
  });
});
