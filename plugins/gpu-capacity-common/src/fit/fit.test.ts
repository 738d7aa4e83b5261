import { GPU, clusterNode, clusterPod } from '../cluster.fixture';
import { shapeOfRequests, type ClusterNode, type PodShape } from '../model';
import { ClusterState } from '../state';
import type { ClaimEvaluator } from './ClaimEvaluator';
import { fit } from './fit';

const gpus = (count: number, more: Partial<PodShape> = {}) =>
  shapeOfRequests({ cpu: 8, [GPU]: count }, more);

const tainted = (name: string, more: Partial<ClusterNode> = {}) =>
  clusterNode(name, {
    taints: [{ key: GPU, value: 'present', effect: 'NoSchedule' }],
    ...more,
  });

describe('fit', () => {
  it('says where pods fit, and how many', () => {
    const cluster = ClusterState.of(
      [clusterNode('a'), clusterNode('b')],
      [clusterPod('p', 'b', { [GPU]: 5 })],
    );
    expect(fit(cluster, gpus(2), { replicas: 5 })).toMatchObject({
      verdict: 'fits',
      slots: 5,
      feasible: [
        { node: 'a', slots: 4 },
        { node: 'b', slots: 1 },
      ],
      message: undefined,
    });
  });

  it('words it as the scheduler does, each node by its first filter, every short resource by itself', () => {
    const cluster = ClusterState.of(
      [
        clusterNode('cordoned', { unschedulable: true, state: 'cordoned' }),
        tainted('tainted'),
        clusterNode('elsewhere', { labels: { pool: 'b' } }),
        clusterNode('short', { labels: { pool: 'a' } }),
        clusterNode('full', { labels: { pool: 'a' } }),
      ],
      [
        clusterPod('p', 'short', { [GPU]: 5 }),
        clusterPod('q', 'full', { [GPU]: 8, cpu: '60' }),
      ],
    );
    const answer = fit(cluster, gpus(4, { nodeSelector: { pool: 'a' } }));
    expect(answer.verdict).toBe('does-not-fit');
    expect(answer.message).toBe(
      "0/5 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint(s), 1 node(s) were unschedulable, 2 Insufficient nvidia.com/gpu.",
    );
    expect(answer.reasons[0]).toEqual({
      reason: 'Insufficient nvidia.com/gpu',
      nodes: 2,
    });
  });

  it('describes the state after the replicas that do fit', () => {
    const cluster = ClusterState.of([clusterNode('a'), clusterNode('b')]);
    expect(fit(cluster, gpus(4), { replicas: 5 }).message).toBe(
      '0/2 nodes are available: 2 Insufficient nvidia.com/gpu.',
    );
  });

  it.each([
    ['NoSchedule', 'Exists', undefined, 'fits'],
    [undefined, 'Exists', undefined, 'fits'],
    ['NoExecute', 'Exists', undefined, 'does-not-fit'],
    ['NoSchedule', 'Equal', 'true', 'does-not-fit'],
    ['NoSchedule', undefined, undefined, 'fits'],
  ])(
    'opens a cordoned node to a toleration with effect %s, operator %s, value %s: %s',
    (effect, operator, value, verdict) => {
      const cluster = ClusterState.of([
        clusterNode('a', { unschedulable: true, state: 'cordoned' }),
      ]);
      const tolerations = [
        {
          key: 'node.kubernetes.io/unschedulable',
          effect,
          operator,
          value,
        },
      ];
      expect(fit(cluster, gpus(1, { tolerations })).verdict).toBe(verdict);
    },
  );

  it('does not look at conditions: a node that is not ready takes pods that tolerate its taint', () => {
    const cluster = ClusterState.of([
      clusterNode('a', {
        state: 'not-ready',
        taints: [
          {
            key: 'node.kubernetes.io/not-ready',
            value: '',
            effect: 'NoExecute',
          },
        ],
      }),
    ]);
    // Every pod is given a toleration of NoExecute for it on admission.
    expect(fit(cluster, gpus(1)).verdict).toBe('fits');
  });

  it('does not check what is asked for as zero, also where more is held than there is', () => {
    const cluster = ClusterState.of(
      [clusterNode('a')],
      [clusterPod('p', 'a', { cpu: '80' })],
    );
    expect(fit(cluster, shapeOfRequests({ cpu: 0, [GPU]: 1 })).verdict).toBe(
      'fits',
    );
    expect(fit(cluster, shapeOfRequests({ cpu: '1m', [GPU]: 1 })).verdict).toBe(
      'does-not-fit',
    );
  });

  it('yields to pods of the same or a higher priority for which room is made', () => {
    const nominated = (priority: number) =>
      ClusterState.of(
        [clusterNode('a')],
        [
          clusterPod(
            'p',
            undefined,
            {},
            {
              nominatedNode: 'a',
              shape: { ...gpus(6), priority },
            },
          ),
        ],
      );
    expect(fit(nominated(0), gpus(4)).verdict).toBe('does-not-fit');
    expect(fit(nominated(-1), gpus(4)).verdict).toBe('fits');
    // The room is its own.
    expect(fit(nominated(0), gpus(6), { uid: 'uid-p' }).verdict).toBe('fits');
  });

  it('looks only at nodes that are named by their field', () => {
    const cluster = ClusterState.of([clusterNode('a'), clusterNode('b')]);
    const named = (...values: string[]) =>
      gpus(9, {
        nodeAffinity: [
          {
            matchFields: [{ key: 'metadata.name', operator: 'In', values }],
          },
        ],
      });
    expect(fit(cluster, named('b')).message).toBe(
      "0/2 nodes are available: 1 Insufficient nvidia.com/gpu, 1 node(s) didn't satisfy plugin(s) [NodeAffinity].",
    );
    const conflicting = gpus(1, {
      nodeAffinity: [
        {
          matchFields: ['a', 'b'].map(name => ({
            key: 'metadata.name',
            operator: 'In',
            values: [name],
          })),
        },
      ],
    });
    expect(fit(cluster, conflicting).message).toBe(
      '0/2 nodes are available: pod affinity terms conflict.',
    );
  });

  it('takes one pod a node where it wants a port of the node', () => {
    const port = { port: 9400, protocol: 'TCP', ip: '0.0.0.0' };
    const cluster = ClusterState.of(
      [clusterNode('a'), clusterNode('b')],
      [
        clusterPod(
          'p',
          'b',
          {},
          {
            shape: {
              ...gpus(0),
              hostPorts: [{ ...port, ip: '10.0.0.1' }],
            },
          },
        ),
      ],
    );
    const answer = fit(cluster, gpus(1, { hostPorts: [port] }), {
      replicas: 2,
    });
    expect(answer.slots).toBe(1);
    expect(answer.message).toBe(
      "0/2 nodes are available: 2 node(s) didn't have free ports for the requested pod ports.",
    );
  });

  it('says "too many pods" where the node takes no more', () => {
    const cluster = ClusterState.of([
      clusterNode('a', { allocatable: { [GPU]: 8, cpu: 64_000, pods: 0 } }),
    ]);
    expect(fit(cluster, gpus(1)).message).toBe(
      '0/1 nodes are available: 1 Too many pods.',
    );
  });

  it('says of a cluster without nodes what the scheduler would', () => {
    expect(fit(ClusterState.create(), gpus(1)).message).toBe(
      '0/0 nodes are available:',
    );
  });

  it('names the rules that a yes depends on', () => {
    const cluster = ClusterState.of([clusterNode('a')]);
    expect(fit(cluster, gpus(1, { unevaluated: ['volumes'] }))).toMatchObject({
      verdict: 'fits',
      unevaluated: ['volumes'],
    });
  });

  describe('with claims', () => {
    const claims = [{ name: 'gpu', claim: undefined, template: 'gpu' }];
    const evaluator = (
      slots: Readonly<Record<string, number | undefined>>,
    ): ClaimEvaluator => ({
      delegated: new Set(),
      isConcerned: shape => shape.claims.length > 0,
      evaluate: (_, node) => {
        const found = slots[node.name];
        return found === undefined
          ? { status: 'unknown', reason: 'the pool is incomplete' }
          : {
              status: 'known',
              slots: found,
              reason: 'cannot allocate all claims',
            };
      },
    });
    const cluster = ClusterState.of([clusterNode('a'), clusterNode('b')]);
    const shape = shapeOfRequests({ cpu: 1 }, { claims });

    it('does not say yes where nothing can be said of them', () => {
      expect(fit(cluster, shape)).toMatchObject({
        verdict: 'unknown',
        unevaluated: ['claims'],
      });
    });

    it('counts what they leave', () => {
      expect(
        fit(cluster, shape, { replicas: 3, claims: evaluator({ a: 2, b: 0 }) }),
      ).toMatchObject({
        verdict: 'does-not-fit',
        slots: 2,
        message: '0/2 nodes are available: 2 cannot allocate all claims.',
      });
    });

    it('does not know where a node might take them', () => {
      const answer = fit(cluster, shape, {
        replicas: 2,
        claims: evaluator({ a: 1 }),
      });
      expect(answer).toMatchObject({
        verdict: 'unknown',
        slots: 1,
        unknownNodes: [{ node: 'b', reason: 'the pool is incomplete' }],
      });
    });
  });
});
