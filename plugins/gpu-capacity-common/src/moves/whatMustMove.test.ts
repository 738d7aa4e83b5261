import { GPU, clusterNode, clusterPod } from '../cluster.fixture';
import { shapeOfRequests } from '../model';
import { ClusterState } from '../state';
import { readDisruptionBudget } from './DisruptionBudget';
import { whatMustMove } from './whatMustMove';

const eight = shapeOfRequests({ [GPU]: 8 }, { priority: 10 });

describe('whatMustMove', () => {
  it('names the pods and where they would go', () => {
    const cluster = ClusterState.of(
      [clusterNode('a'), clusterNode('b')],
      [
        clusterPod('one', 'a', { [GPU]: 2 }),
        clusterPod('two', 'a', { [GPU]: 2 }),
        clusterPod('large', 'b', { [GPU]: 4 }),
      ],
    );
    const { move, exhaustive } = whatMustMove(cluster, eight);
    // One pod from b finds room on a; two from a would do as well.
    expect(move?.node).toBe('b');
    expect(move?.moves?.map(({ pod, to }) => [pod.name, to])).toEqual([
      ['large', 'a'],
    ]);
    expect(exhaustive).toBe(true);
  });

  it('needs nothing to move where it fits', () => {
    expect(whatMustMove(ClusterState.of([clusterNode('a')]), eight)).toEqual({
      fits: true,
      move: undefined,
      preempt: undefined,
      exhaustive: true,
    });
  });

  it('tells evicting from moving: what has a lower priority and no other place', () => {
    const cluster = ClusterState.of(
      [clusterNode('a')],
      [clusterPod('p', 'a', { [GPU]: 2 })],
    );
    const { move, preempt } = whatMustMove(cluster, eight);
    expect(move).toBeUndefined();
    expect(preempt).toMatchObject({ node: 'a', moves: undefined });
    expect(
      whatMustMove(cluster, { ...eight, priority: 0 }).preempt,
    ).toBeUndefined();
  });

  it('leaves pods alone that their budget protects', () => {
    const cluster = ClusterState.of(
      [clusterNode('a'), clusterNode('b')],
      [
        clusterPod('p', 'a', { [GPU]: 1 }, { labels: { app: 'x' } }),
        clusterPod('q', 'a', { [GPU]: 1 }, { labels: { app: 'x' } }),
        clusterPod('r', 'b', { [GPU]: 1 }, { immovable: ['local-data'] }),
      ],
    );
    const budget = (disruptionsAllowed: number) =>
      readDisruptionBudget({
        metadata: { namespace: 'vision', name: 'x' },
        spec: { selector: { matchLabels: { app: 'x' } } },
        status: { disruptionsAllowed },
      });
    const find = (allowed: number) =>
      whatMustMove(cluster, eight, { budgets: [budget(allowed)] }).move;
    expect(find(1)).toBeUndefined();
    expect(find(2)?.moves).toHaveLength(2);
  });

  it('says that it stopped before all was tried', () => {
    const pods = Array.from({ length: 8 }, (_, i) =>
      clusterPod(`p${i}`, 'a', { [GPU]: 1 }),
    );
    expect(
      whatMustMove(ClusterState.of([clusterNode('a')], pods), eight, {
        effort: 3,
      }).exhaustive,
    ).toBe(false);
  });
});

describe('readDisruptionBudget', () => {
  const budget = (selector: object | undefined) =>
    readDisruptionBudget({
      metadata: { namespace: 'vision', name: 'x' },
      spec: { selector },
    });

  it('selects all pods with an empty selector and none without one', () => {
    expect(budget({}).selects({})).toBe(true);
    expect(budget(undefined).selects({})).toBe(false);
  });

  it('allows nothing before the cluster has said what', () => {
    expect(budget({}).disruptionsAllowed).toBe(0);
  });

  it.each([
    ['In', ['x'], { app: 'x' }, true],
    ['NotIn', ['x'], {}, true],
    ['Exists', undefined, { app: 'y' }, true],
    ['DoesNotExist', undefined, { app: 'y' }, false],
    ['Odd', ['x'], { app: 'x' }, false],
  ])('reads the operator %s', (operator, values, labels, selects) => {
    expect(
      budget({
        matchExpressions: [{ key: 'app', operator, values }],
      }).selects(labels),
    ).toBe(selects);
  });
});
