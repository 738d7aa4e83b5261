import { GPU, clusterNode, clusterPod } from '../cluster.fixture';
import { shapeOfRequests } from '../model';
import { ClusterState } from '../state';
import { nearMisses } from './nearMisses';

const eight = shapeOfRequests({ cpu: 64, [GPU]: 8 });

describe('nearMisses', () => {
  it('tells what is there from what is short: 8 GPUs free, and 40 of the 64 CPUs', () => {
    const cluster = ClusterState.of(
      [clusterNode('a'), clusterNode('b'), clusterNode('c')],
      [
        clusterPod('p', 'a', { cpu: '24' }),
        clusterPod('q', 'b', { cpu: '30' }),
        clusterPod('r', 'c', { [GPU]: 2 }),
      ],
    );
    expect(nearMisses(cluster, eight)).toEqual([
      {
        kind: 'resources',
        nodes: ['c'],
        shortages: [{ resource: GPU, requested: 8, free: 6, allocatable: 8 }],
        satisfied: [],
      },
      {
        kind: 'resources',
        nodes: ['a', 'b'],
        shortages: [
          {
            resource: 'cpu',
            requested: 64_000,
            free: 40_000,
            allocatable: 64_000,
          },
        ],
        satisfied: [{ resource: GPU, requested: 8 }],
      },
    ]);
  });

  it('finds free nodes behind a taint, a cordon, a selector', () => {
    const taint = { key: 'team', value: 'vision', effect: 'NoSchedule' };
    const cluster = ClusterState.of([
      clusterNode('tainted', { labels: { pool: 'x' }, taints: [taint] }),
      clusterNode('cordoned', { labels: { pool: 'x' }, unschedulable: true }),
      clusterNode('other'),
    ]);
    expect(
      nearMisses(cluster, { ...eight, nodeSelector: { pool: 'x' } }),
    ).toEqual([
      { kind: 'taint', nodes: ['tainted'], taint },
      { kind: 'cordoned', nodes: ['cordoned'] },
      { kind: 'affinity', nodes: ['other'] },
    ]);
  });

  it('does not advise to tolerate that a node is out of reach', () => {
    const cluster = ClusterState.of([
      clusterNode('a', {
        taints: [
          {
            key: 'node.kubernetes.io/unreachable',
            value: '',
            effect: 'NoSchedule',
          },
        ],
      }),
    ]);
    expect(nearMisses(cluster, eight)).toEqual([]);
  });

  it('leaves out nodes with two obstacles, and those that are too small', () => {
    const cluster = ClusterState.of([
      clusterNode('two', {
        unschedulable: true,
        taints: [{ key: 'team', value: '', effect: 'NoSchedule' }],
      }),
      clusterNode('small', { allocatable: { [GPU]: 4, cpu: 64_000, pods: 9 } }),
    ]);
    expect(nearMisses(cluster, eight)).toEqual([]);
  });
});
