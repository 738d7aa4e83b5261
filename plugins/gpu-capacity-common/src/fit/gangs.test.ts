import { GPU, clusterNode, clusterPod } from '../cluster.fixture';
import { shapeOfRequests } from '../model';
import { ClusterState } from '../state';
import { fitByDomain } from './domains';
import { fitMixedGang } from './mixedGang';

const rack = (name: string, value?: string) =>
  clusterNode(name, { labels: value === undefined ? {} : { rack: value } });

describe('fitByDomain', () => {
  // After the tie-breaking of kubernetes-sigs/kueue tas_flavor_snapshot_test.go: the domain that is left with the
  // least is taken.
  it('prefers the domain with the smallest sufficient surplus', () => {
    const cluster = ClusterState.of(
      [
        rack('a1', 'a'),
        rack('a2', 'a'),
        rack('b1', 'b'),
        rack('b2', 'b'),
        rack('c1', 'c'),
        rack('none'),
      ],
      [clusterPod('p', 'b1', { [GPU]: 4 })],
    );
    const shape = shapeOfRequests({ [GPU]: 4 });
    expect(
      fitByDomain(cluster, shape, ['rack'], { replicas: 3 }).map(
        ({ domain, slots, answer }) => [domain, slots, answer.verdict],
      ),
    ).toEqual([
      [['b'], 3, 'fits'],
      [['a'], 4, 'fits'],
      [['c'], 2, 'does-not-fit'],
    ]);
  });
});

describe('fitMixedGang', () => {
  const head = {
    name: 'head',
    count: 1,
    shape: shapeOfRequests({ cpu: 32 }),
  };
  const workers = (count: number) => ({
    name: 'workers',
    count,
    shape: shapeOfRequests({ cpu: 16, [GPU]: 4 }),
  });

  it('places the largest first', () => {
    const cluster = ClusterState.of([clusterNode('a'), clusterNode('b')]);
    // Four workers take 32 CPUs of each node, which leaves 32 for the head.
    expect(fitMixedGang(cluster, [head, workers(4)])).toEqual({
      status: 'fits',
      parts: [
        {
          name: 'head',
          count: 1,
          placed: 1,
          nodes: [{ node: 'a', slots: 1 }],
        },
        {
          name: 'workers',
          count: 4,
          placed: 4,
          nodes: [
            { node: 'a', slots: 2 },
            { node: 'b', slots: 2 },
          ],
        },
      ],
    });
  });

  it('says how many it could place', () => {
    const cluster = ClusterState.of([clusterNode('a')]);
    expect(fitMixedGang(cluster, [head, workers(4)])).toMatchObject({
      status: 'not-found',
      parts: [{ placed: 1 }, { placed: 2 }],
    });
  });
});
