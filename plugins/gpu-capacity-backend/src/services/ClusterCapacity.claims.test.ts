import { setImmediate } from 'node:timers/promises';
import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import {
  DEFAULT_ACCELERATORS,
  type NodeLedger,
} from '@fairway/plugin-gpu-capacity-common';
import fc from 'fast-check';
import { LiveClusterResources } from '../__testUtils__/LiveClusterResources';
import { DeviceMetrics } from '../prometheus/DeviceMetrics';
import { ClusterCapacity } from './ClusterCapacity';

const DRIVER = 'gpu.nvidia.com';
const NODES = ['n0', 'n1', 'n2', 'n3'];
const NAMES = ['a', 'b', 'c'];
/** Of nodes, and one that several nodes reach. */
const POOLS = [...NODES, 'fabric'];

const PLURALS = [
  'nodes',
  'pods',
  'poddisruptionbudgets',
  'resourceslices',
  'resourceclaims',
  'deviceclasses',
  'devicetaintrules',
];

interface Change {
  readonly plural: string;
  readonly key: string;
  readonly object: KubernetesObject | undefined;
}

const header = { apiVersion: 'v1', kind: 'Any' };

function nodeObject(
  name: string,
  more: { labels?: Record<string, string>; unschedulable?: boolean } = {},
): KubernetesObject {
  const amounts = { cpu: '64', memory: '1Ti', pods: '110' };
  return {
    ...header,
    metadata: { name, labels: more.labels ?? {} },
    spec: { unschedulable: more.unschedulable ?? false },
    status: {
      capacity: amounts,
      allocatable: amounts,
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  };
}

function sliceObject(
  pool: string,
  options: { devices: number; generation: number; count: number },
): KubernetesObject {
  const { devices, generation, count } = options;
  return {
    ...header,
    metadata: { name: `slice-${pool}` },
    spec: {
      driver: DRIVER,
      ...(pool === 'fabric'
        ? {
            nodeSelector: {
              nodeSelectorTerms: [
                {
                  matchExpressions: [
                    { key: 'fabric', operator: 'In', values: ['yes'] },
                  ],
                },
              ],
            },
          }
        : { nodeName: pool }),
      pool: { name: pool, generation, resourceSliceCount: count },
      devices: Array.from({ length: devices }, (_, index) => ({
        name: `gpu-${index}`,
        attributes: { type: { string: 'gpu' } },
      })),
    },
  };
}

function claimObject(
  name: string,
  options: {
    devices: ReadonlyArray<{ pool: string; index: number }>;
    pods: readonly string[];
  },
): KubernetesObject {
  return {
    ...header,
    metadata: { name, namespace: 'ml', uid: name },
    spec: { devices: { requests: [] } },
    status: {
      reservedFor: options.pods.map(pod => ({
        resource: 'pods',
        name: pod,
        uid: pod,
      })),
      allocation: {
        devices: {
          results: options.devices.map(({ pool, index }) => ({
            request: 'gpu',
            driver: DRIVER,
            pool,
            device: `gpu-${index}`,
          })),
        },
      },
    },
  };
}

function podObject(
  name: string,
  options: { node: string; isRunning: boolean },
): KubernetesObject {
  return {
    ...header,
    metadata: { name, namespace: 'ml', uid: name },
    spec: {
      nodeName: options.node,
      containers: [{ name: 'main' }],
      resourceClaims: NAMES.map(claim => ({
        name: claim,
        resourceClaimName: claim,
      })),
    },
    status: { phase: options.isRunning ? 'Running' : 'Pending' },
  };
}

function ruleObject(
  name: string,
  selector: Record<string, string>,
): KubernetesObject {
  return {
    ...header,
    metadata: { name },
    spec: {
      deviceSelector: selector,
      taint: { key: 'broken', effect: 'NoSchedule' },
    },
  };
}

/** One of four times the object goes away. */
const orGone = (object: fc.Arbitrary<KubernetesObject>) =>
  fc.option(object, { freq: 3, nil: undefined });

const placed = <T extends string>(
  plural: string,
  names: readonly T[],
  object: (name: T) => fc.Arbitrary<KubernetesObject>,
  key: (name: T) => string = name => name,
): fc.Arbitrary<Change> =>
  fc.constantFrom(...names).chain(name =>
    orGone(object(name)).map(found => ({
      plural,
      key: key(name),
      object: found,
    })),
  );

const inNamespace = (name: string) => `ml/${name}`;

const change: fc.Arbitrary<Change> = fc.oneof(
  placed('nodes', NODES, name =>
    fc
      .record({ isOnFabric: fc.boolean(), unschedulable: fc.boolean() })
      .map(({ isOnFabric, unschedulable }) =>
        nodeObject(name, {
          labels: isOnFabric ? { fabric: 'yes' } : {},
          unschedulable,
        }),
      ),
  ),
  placed('resourceslices', POOLS, pool =>
    fc
      .record({
        devices: fc.integer({ min: 1, max: 3 }),
        generation: fc.integer({ min: 1, max: 2 }),
        count: fc.integer({ min: 1, max: 2 }),
      })
      .map(options => sliceObject(pool, options)),
  ),
  placed(
    'resourceclaims',
    NAMES,
    name =>
      fc
        .record({
          devices: fc.array(
            fc.record({
              pool: fc.constantFrom(...POOLS),
              index: fc.integer({ min: 0, max: 2 }),
            }),
            { maxLength: 3 },
          ),
          pods: fc.uniqueArray(fc.constantFrom(...NAMES)),
        })
        .map(options => claimObject(name, options)),
    inNamespace,
  ),
  placed(
    'pods',
    NAMES,
    name =>
      fc
        .record({ node: fc.constantFrom(...NODES), isRunning: fc.boolean() })
        .map(options => podObject(name, options)),
    inNamespace,
  ),
  placed('devicetaintrules', NAMES, name =>
    fc
      .record(
        {
          driver: fc.constant(DRIVER),
          pool: fc.constantFrom(...POOLS),
          device: fc.constantFrom('gpu-0', 'gpu-1'),
        },
        { requiredKeys: [] },
      )
      .map(selector => ruleObject(name, selector)),
  ),
);

function observe({ service }: LiveClusterResources): ClusterCapacity {
  return ClusterCapacity.observe({
    cluster: { name: 'west' },
    clusterResources: service,
    registry: DEFAULT_ACCELERATORS,
    metrics: new DeviceMetrics({ clusters: [] }),
    starvingAfterSeconds: 900,
  });
}

/** A cluster in which every node has three devices, and three more are reached by some nodes. */
function startCluster(): LiveClusterResources {
  const cluster = new LiveClusterResources(PLURALS);
  for (const [index, name] of NODES.entries()) {
    cluster.set(
      'nodes',
      name,
      nodeObject(name, { labels: index < 2 ? { fabric: 'yes' } : {} }),
    );
  }
  for (const pool of POOLS) {
    cluster.set(
      'resourceslices',
      pool,
      sliceObject(pool, { devices: 3, generation: 1, count: 1 }),
    );
  }
  return cluster;
}

const sorted = (ledgers: ReadonlyMap<string, NodeLedger>) =>
  [...ledgers.values()].sort((a, b) => a.node.localeCompare(b.node));

const settled = async (capacity: ClusterCapacity) =>
  sorted((await capacity.settled({ timeoutMs: 1_000 })).ledgers);

describe('ClusterCapacity with devices by claims', () => {
  it('has the ledgers that a new look would have, whatever changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), {
          maxLength: 12,
        }),
        async steps => {
          const cluster = startCluster();
          const capacity = observe(cluster);
          await capacity.settled({ timeoutMs: 1_000 });
          for (const step of steps) {
            for (const { plural, key, object } of step) {
              cluster.set(plural, key, object);
            }
            await setImmediate();
            expect(sorted(capacity.view().ledgers)).toEqual(
              await settled(observe(cluster)),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('makes only the ledgers anew that a change concerns', async () => {
    const cluster = startCluster();
    const capacity = observe(cluster);
    await capacity.settled({ timeoutMs: 1_000 });
    const changedBy = (
      plural: string,
      key: string,
      object: KubernetesObject,
    ) => {
      const before = new Map(capacity.view().ledgers);
      cluster.set(plural, key, object);
      const { ledgers } = capacity.view();
      return NODES.filter(name => ledgers.get(name) !== before.get(name));
    };
    const claim = (pool: string, pods: readonly string[] = ['a']) =>
      claimObject('a', { devices: [{ pool, index: 0 }], pods });
    expect(changedBy('resourceclaims', 'ml/a', claim('n1'))).toEqual(['n1']);
    // It goes from one node to another.
    expect(changedBy('resourceclaims', 'ml/a', claim('n2'))).toEqual([
      'n1',
      'n2',
    ]);
    // Two nodes reach it.
    expect(changedBy('resourceclaims', 'ml/a', claim('fabric'))).toEqual([
      'n0',
      'n1',
      'n2',
    ]);
    // What the pod on the third node does counts for the device that the first two reach.
    expect(
      changedBy(
        'pods',
        'ml/a',
        podObject('a', { node: 'n2', isRunning: true }),
      ),
    ).toEqual(['n0', 'n1', 'n2']);
    expect(
      changedBy(
        'resourceslices',
        'n3',
        sliceObject('n3', { devices: 1, generation: 1, count: 1 }),
      ),
    ).toEqual(['n3']);
    expect(
      changedBy('devicetaintrules', 'a', ruleObject('a', { pool: 'n0' })),
    ).toEqual(['n0']);
    expect(
      changedBy('deviceclasses', 'a', {
        ...header,
        metadata: { name: 'a' },
        spec: {},
      }),
    ).toEqual([]);
  });
});
