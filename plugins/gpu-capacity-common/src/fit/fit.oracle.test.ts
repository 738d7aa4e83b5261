import fc from 'fast-check';
import { GPU, clusterNode, clusterPod } from '../cluster.fixture';
import {
  shapeOfRequests,
  type ClusterNode,
  type ClusterPod,
  type PodShape,
  type Toleration,
} from '../model';
import { ClusterState } from '../state';
import { fit } from './fit';

/*
 * The oracle knows nothing of slots and of running sums: it puts one pod after the other on a node, each time adding up
 * what all pods of the node ask for, and tries every order of nodes.
 */

interface Case {
  readonly nodes: readonly ClusterNode[];
  readonly pods: readonly ClusterPod[];
  readonly shape: PodShape;
  readonly replicas: number;
}

function tolerated(
  taint: ClusterNode['taints'][number],
  tolerations: readonly Toleration[],
): boolean {
  return tolerations.some(({ key, operator, value, effect }) => {
    const isSameKey = key ? key === taint.key : true;
    const isSameEffect = effect ? effect === taint.effect : true;
    const isSameValue =
      operator === 'Exists' ||
      ((operator ?? 'Equal') === 'Equal' && (value ?? '') === taint.value);
    return isSameKey && isSameEffect && isSameValue;
  });
}

function accepts(
  node: ClusterNode,
  guests: readonly PodShape[],
  shape: PodShape,
): boolean {
  const cordon = {
    key: 'node.kubernetes.io/unschedulable',
    value: '',
    effect: 'NoSchedule',
  };
  if (node.unschedulable && !tolerated(cordon, shape.tolerations)) return false;
  for (const taint of node.taints) {
    if (taint.effect === 'PreferNoSchedule') continue;
    if (!tolerated(taint, shape.tolerations)) return false;
  }
  for (const [key, value] of Object.entries(shape.nodeSelector)) {
    if (node.labels[key] !== value) return false;
  }
  if (guests.length + 1 > node.allocatable.pods) return false;
  for (const [resource, amount] of Object.entries(shape.requests)) {
    const held = guests.reduce(
      (sum, guest) => sum + (guest.requests[resource] ?? 0),
      0,
    );
    if (amount > 0 && held + amount > (node.allocatable[resource] ?? 0)) {
      return false;
    }
  }
  return !shape.hostPorts.some(({ port }) =>
    guests.some(guest => guest.hostPorts.some(other => other.port === port)),
  );
}

function guestsOf({ pods, shape }: Case, node: ClusterNode): PodShape[] {
  return pods
    .filter(
      pod =>
        pod.node === node.name ||
        (pod.nominatedNode === node.name &&
          pod.shape.priority >= shape.priority),
    )
    .map(pod => pod.shape);
}

/** Most replicas that can be placed, by trying every node for each. */
function mostReplicas(
  { nodes, shape }: Case,
  guests: ReadonlyMap<string, readonly PodShape[]>,
  left: number,
): number {
  if (left === 0) return 0;
  let most = 0;
  for (const node of nodes) {
    const there = guests.get(node.name) ?? [];
    if (!accepts(node, there, shape)) continue;
    const after = new Map(guests).set(node.name, [...there, shape]);
    most = Math.max(
      most,
      1 +
        mostReplicas({ nodes, shape, pods: [], replicas: 0 }, after, left - 1),
    );
    if (most === left) return most;
  }
  return most;
}

const shapeArbitrary = fc
  .record({
    gpu: fc.nat(4),
    cpu: fc.nat(3),
    priority: fc.nat(1),
    tolerates: fc.boolean(),
    selects: fc.boolean(),
    port: fc.nat(9),
  })
  .map(({ gpu, cpu, priority, tolerates, selects, port }) =>
    shapeOfRequests(
      { [GPU]: gpu, cpu },
      {
        priority,
        tolerations: tolerates ? [{ key: 'gpu', operator: 'Exists' }] : [],
        nodeSelector: selects ? { pool: 'a' } : {},
        hostPorts:
          port === 0 ? [{ port: 80, protocol: 'TCP', ip: '0.0.0.0' }] : [],
      },
    ),
  );

const nodeArbitrary = fc.record({
  gpu: fc.nat(6),
  cpu: fc.integer({ min: 1, max: 6 }),
  pods: fc.integer({ min: 1, max: 6 }),
  tainted: fc.boolean(),
  cordoned: fc.nat(7).map(n => n === 0),
  pool: fc.constantFrom('a', 'b'),
});

const podArbitrary = fc.record({
  shape: shapeArbitrary,
  place: fc.nat(3),
  nominated: fc.nat(4).map(n => n === 0),
});

const caseArbitrary: fc.Arbitrary<Case> = fc
  .record({
    nodes: fc.array(nodeArbitrary, { minLength: 1, maxLength: 3 }),
    pods: fc.array(podArbitrary, { maxLength: 4 }),
    shape: shapeArbitrary,
    replicas: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ nodes, pods, shape, replicas }) => ({
    nodes: nodes.map(({ gpu, cpu, pods: most, tainted, cordoned, pool }, i) => {
      const amounts = { [GPU]: gpu, cpu: cpu * 1000, pods: most };
      return clusterNode(`n${i}`, {
        capacity: amounts,
        allocatable: amounts,
        unschedulable: cordoned,
        labels: { pool },
        taints: tainted
          ? [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }]
          : [],
      });
    }),
    pods: pods.map(({ shape: held, place, nominated }, i) =>
      clusterPod(
        `p${i}`,
        nominated ? undefined : `n${place}`,
        {},
        {
          shape: held,
          nominatedNode: nominated ? `n${place}` : undefined,
        },
      ),
    ),
    shape,
    replicas,
  }));

describe('fit against trying everything', () => {
  it('finds the same nodes and the same number of replicas', () => {
    fc.assert(
      fc.property(caseArbitrary, example => {
        const { nodes, pods, shape, replicas } = example;
        const answer = fit(ClusterState.of(nodes, pods), shape, { replicas });
        const guests = new Map(
          nodes.map(node => [node.name, guestsOf(example, node)]),
        );
        const most = mostReplicas(example, guests, replicas);
        expect(answer.verdict).toBe(most >= replicas ? 'fits' : 'does-not-fit');
        expect(Math.min(answer.slots, replicas)).toBe(most);
        expect(answer.feasible.map(({ node }) => node)).toEqual(
          nodes
            .filter(node => accepts(node, guests.get(node.name) ?? [], shape))
            .map(({ name }) => name),
        );
      }),
      { numRuns: 100_000, seed: 20261121 },
    );
  }, 240_000);
});
