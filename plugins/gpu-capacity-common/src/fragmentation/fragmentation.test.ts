import { GPU, clusterNode, clusterPod } from '../cluster.fixture';
import { shapeOfRequests } from '../model';
import { ClusterState } from '../state';
import { fragmentation, usableUnits } from './fragmentation';
import { presetSlots } from './presetSlots';

const gpus = (count: number, cpu = 0) => shapeOfRequests({ cpu, [GPU]: count });

const cluster = ClusterState.of(
  [
    clusterNode('a'),
    clusterNode('b'),
    clusterNode('c', { state: 'cordoned', unschedulable: true }),
  ],
  [
    clusterPod('p', 'a', { [GPU]: 5, cpu: '8' }),
    clusterPod('q', 'b', { [GPU]: 2, cpu: '40' }),
  ],
);

describe('fragmentation', () => {
  it('is what a pod drawn from the demand cannot use', () => {
    // Free: 3 on a, 6 on b. Shape of 4 (weight 3) fits on b only: 3 of a are lost to it. Shape of 1 (weight 1) fits on
    // both. Expected: 3/4 * 3 = 2.25 of 9.
    const result = fragmentation(cluster.nodes(), GPU, [
      { shape: gpus(4), weight: 3 },
      { shape: gpus(1), weight: 1 },
      { shape: shapeOfRequests({ cpu: 99 }), weight: 50 },
    ]);
    expect(result.fragmented).toBeCloseTo(2.25, 9);
    expect(result.free).toBe(9);
    expect(result.rate).toBeCloseTo(0.25, 9);
  });

  it('is unknown without demand', () => {
    expect(fragmentation(cluster.nodes(), GPU, []).rate).toBeUndefined();
  });
});

describe('usableUnits', () => {
  const state = cluster.node('b');
  it.each([
    ['nothing known of the demand', [], 6],
    ['shapes of 4', [gpus(4)], 4],
    ['shapes of 4 and of 1 that find CPU for 2', [gpus(4), gpus(1, 12)], 4],
    ['shapes of 1 that find CPU for 2', [gpus(1, 12)], 2],
    ['shapes that do not fit', [gpus(8)], 0],
  ])('with %s', (_, shapes, usable) => {
    expect(state && usableUnits(state, GPU, shapes)).toBe(usable);
  });
});

describe('presetSlots', () => {
  it('counts slots with a proportional share of CPU and memory', () => {
    // On a 3 devices and 56 of 64 CPUs are free, on b 6 devices and 24 CPUs: 8 CPUs go with each device, so b takes 3
    // of one device, 1 of two (16 CPUs), none of four (32 CPUs).
    const nodes = [...cluster.nodes()].map(state => ({
      state,
      owned: 8,
      free: 8 - (state.usage.requested[GPU] ?? 0),
    }));
    expect(presetSlots(nodes)).toEqual([
      { devices: 1, slots: 6, nodes: 2 },
      { devices: 2, slots: 2, nodes: 2 },
      { devices: 4, slots: 0, nodes: 0 },
      { devices: 8, slots: 0, nodes: 0 },
    ]);
  });

  it('gives a partition the share of the node that it is of its devices', () => {
    const [state] = cluster.nodes();
    const slots = (shareOfNode?: number) =>
      presetSlots([{ state, owned: 3, free: 3, shareOfNode }])[0].slots;
    // 56 of 64 CPUs are free: room for two thirds of the node, and for more than three sevenths.
    expect(slots()).toBe(2);
    expect(slots(1 / 7)).toBe(3);
  });
});
