import {
  ClusterState,
  DEFAULT_ACCELERATORS,
  ShapePool,
  heldActivity,
  readClusterNode,
  readClusterPod,
  type HoldingPod,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterActivity } from '../prometheus/DeviceMetrics';
import { node, pod } from '../testObjects';
import { ActivityRefresher } from './ActivityRefresher';

const GPU = 'nvidia.com/gpu';

function stateOf(...pods: readonly object[]) {
  const pool = ShapePool.create();
  return ClusterState.of(
    [readClusterNode(node('gpu-01'))],
    pods.flatMap(object => readClusterPod(object, pool) ?? []),
  );
}

/** Metrics in which the first unit of each pod is busy, the second idle, and of the others nothing reports. */
function metrics() {
  const asked: Array<readonly HoldingPod[]> = [];
  return {
    asked,
    activity: async (
      _: string,
      pods: readonly HoldingPod[],
    ): Promise<ClusterActivity> => {
      asked.push(pods);
      const nothing = heldActivity({
        readings: [],
        pods,
        rule: { busyRatio: 0.05, windowSeconds: 1800, memoryFloorBytes: 0 },
        nowSeconds: 0,
      });
      return {
        freshness: { status: 'live', asOf: '2026-11-21T12:00:00Z' },
        errors: [],
        notes: [],
        sources: [],
        activity: {
          ...nothing,
          pods: nothing.pods.map(found => ({
            ...found,
            devices: found.devices.map((device, index) => ({
              ...device,
              state:
                (['busy', 'idle'] as const)[index] ?? ('no-metric' as const),
            })),
          })),
        },
      };
    },
  };
}

describe('ActivityRefresher', () => {
  it('says nothing before the first answer, then what each pod does', async () => {
    const state = stateOf(pod('a', 'gpu-01', 3));
    const source = metrics();
    const refresher = new ActivityRefresher({
      cluster: 'gpu-west',
      state,
      registry: DEFAULT_ACCELERATORS,
      metrics: source,
    });
    const [held] = state.pods.values();
    expect(refresher.known.useOf(held, GPU)).toEqual({ busy: 0, idle: 0 });
    await refresher.refresh();
    expect(refresher.known.useOf(held, GPU)).toEqual({ busy: 1, idle: 1 });
    expect(source.asked[0]).toMatchObject([
      { namespace: 'vision', name: 'a', units: 3, shared: false },
    ]);
  });

  it('does not ask for pods that have not started: nothing can be measured of them', async () => {
    const starting = {
      ...pod('b', 'gpu-01', 2),
      status: { phase: 'Pending' },
    };
    const source = metrics();
    const refresher = new ActivityRefresher({
      cluster: 'gpu-west',
      state: stateOf(starting),
      registry: DEFAULT_ACCELERATORS,
      metrics: source,
    });
    await refresher.refresh();
    expect(source.asked).toEqual([[]]);
  });

  it('asks again only after a while', async () => {
    const source = metrics();
    const refresher = new ActivityRefresher({
      cluster: 'gpu-west',
      state: stateOf(),
      registry: DEFAULT_ACCELERATORS,
      metrics: source,
    });
    refresher.current(0);
    await refresher.refresh(0);
    refresher.current(29_000);
    expect(source.asked).toHaveLength(1);
    refresher.current(31_000);
    expect(source.asked).toHaveLength(2);
  });
});
