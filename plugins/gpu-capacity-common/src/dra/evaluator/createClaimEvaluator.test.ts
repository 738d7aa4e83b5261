import { GPU, clusterNode } from '../../cluster.fixture';
import { fit } from '../../fit';
import { shapeOfRequests } from '../../model';
import { ClusterState } from '../../state';
import {
  allocatedClaim,
  deviceClass,
  exactly,
  slice,
} from '../__fixtures__/objects';
import { AllocationState } from '../allocation';
import { DeviceAllocator } from '../allocator';
import { DeviceInventory } from '../inventory';
import { readResourceClaimTemplate, type ResourceClaim } from '../resources';
import { createClaimEvaluator } from './createClaimEvaluator';

const WITHOUT_PLUGIN = { cpu: 64_000, memory: 2 ** 40, pods: 110 };

const node = (name: string) =>
  clusterNode(name, {
    capacity: WITHOUT_PLUGIN,
    allocatable: WITHOUT_PLUGIN,
  });

const devices = (...names: string[]) => names.map(name => ({ name }));

function evaluator(claims: readonly ResourceClaim[] = [], count = 1) {
  const classes = [
    deviceClass('class-a', undefined, { extendedResourceName: GPU }),
  ];
  return createClaimEvaluator({
    classes,
    namespace: 'ml',
    allocator: DeviceAllocator.create({
      classes,
      state: AllocationState.create(claims),
      inventory: DeviceInventory.create({
        slices: [
          slice('s1', devices('d1', 'd2', 'd3'), { count }),
          slice('s2', devices('e1'), { pool: 'pool-2', nodeName: 'node-2' }),
        ],
      }),
    }),
    claim: () => undefined,
    template: (namespace, name) =>
      name === 'two'
        ? readResourceClaimTemplate({
            metadata: { namespace, name },
            spec: {
              spec: { devices: { requests: [exactly('r', { count: 2 })] } },
            },
          })
        : undefined,
  });
}

const cluster = ClusterState.of([node('node-1'), node('node-2')]);
const withTemplate = (template: string) =>
  shapeOfRequests(
    { cpu: 1 },
    { claims: [{ name: 'gpu', claim: undefined, template }] },
  );

describe('createClaimEvaluator', () => {
  it('counts the pods that find devices for their claims', () => {
    expect(
      fit(cluster, withTemplate('two'), { replicas: 2, claims: evaluator() }),
    ).toMatchObject({
      verdict: 'does-not-fit',
      slots: 1,
      feasible: [{ node: 'node-1', slots: 1 }],
      message: '0/2 nodes are available: 2 cannot allocate all claims.',
    });
  });

  it('finds an extended resource that no device plugin offers', () => {
    const gpus = (count: number) => shapeOfRequests({ cpu: 1, [GPU]: count });
    expect(fit(cluster, gpus(1), { claims: evaluator() })).toMatchObject({
      verdict: 'fits',
      feasible: [
        { node: 'node-1', slots: 3 },
        { node: 'node-2', slots: 1 },
      ],
    });
    // Without what is known of claims the resource is simply not there.
    expect(fit(cluster, gpus(1)).message).toBe(
      '0/2 nodes are available: 2 Insufficient nvidia.com/gpu.',
    );
  });

  it('does not count devices that claims hold', () => {
    expect(
      fit(cluster, withTemplate('two'), {
        claims: evaluator([
          allocatedClaim('held', [{ device: 'd1' }, { device: 'd2' }]),
        ]),
      }).verdict,
    ).toBe('does-not-fit');
  });

  it('does not know where a pool is incomplete', () => {
    expect(
      fit(cluster, withTemplate('two'), { claims: evaluator([], 2) }),
    ).toMatchObject({
      verdict: 'unknown',
      unknownNodes: [{ node: 'node-1' }],
    });
  });

  it('says that a template is not there', () => {
    expect(
      fit(cluster, withTemplate('gone'), { claims: evaluator() }).message,
    ).toBe(
      '0/2 nodes are available: 2 resourceclaimtemplate.resource.k8s.io "gone" not found.',
    );
  });

  it('leaves nodes alone whose device plugin offers the resource', () => {
    expect(
      evaluator().isConcerned(
        shapeOfRequests({ [GPU]: 1 }),
        clusterNode('plugin'),
      ),
    ).toBe(false);
  });
});
