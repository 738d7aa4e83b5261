import {
  AcceleratorRegistry,
  EMPTY_LEDGER,
  readClusterNode,
  readClusterPod,
  readKueueWorkload,
  ShapePool,
  type PoolLedger,
} from '@fairway/plugin-gpu-capacity-common';
import { AcceleratorPods } from '../observed';
import { unusedReservations, withQuotaReservations } from './quotaReservations';

const GPU = 'nvidia.com/gpu';

function workload(
  owner: { kind: string; name: string },
  options: { admitted: boolean; gpus: number },
) {
  const condition = (type: string, isTrue: boolean) => ({
    type,
    status: isTrue ? 'True' : 'False',
  });
  return readKueueWorkload({
    metadata: {
      namespace: 'ml',
      name: `wl-${owner.name}`,
      ownerReferences: [{ ...owner, controller: true }],
    },
    spec: {},
    status: {
      conditions: [
        condition('QuotaReserved', true),
        condition('Admitted', options.admitted),
      ],
      admission: {
        clusterQueue: 'main',
        podSetAssignments: [
          {
            name: 'main',
            flavors: { [GPU]: 'h100' },
            resourceUsage: { [GPU]: String(options.gpus) },
          },
        ],
      },
    },
  });
}

function podsOf(...pods: ReadonlyArray<readonly [string, number, string?]>) {
  const all = new AcceleratorPods(AcceleratorRegistry.create());
  pods.forEach(([owner, gpus, nodeName], index) => {
    const pod = readClusterPod(
      {
        metadata: {
          namespace: 'ml',
          name: `pod-${index}`,
          ownerReferences: [
            {
              apiVersion: 'batch/v1',
              kind: 'Job',
              name: owner,
              controller: true,
            },
          ],
        },
        spec: {
          nodeName,
          containers: [{ resources: { limits: { [GPU]: String(gpus) } } }],
        },
      },
      ShapePool.create(),
    );
    if (pod) all.put(`ml/pod-${index}`, pod);
  });
  return all;
}

const job = (name: string) => ({ kind: 'Job', name });

describe('unusedReservations', () => {
  it.each([
    // All of what waits for a check, the difference for what has started.
    [workload(job('a'), { admitted: false, gpus: 8 }), podsOf(), 8],
    [workload(job('a'), { admitted: true, gpus: 8 }), podsOf(), 8],
    [
      workload(job('a'), { admitted: true, gpus: 8 }),
      podsOf(['a', 4, 'n1'], ['a', 2], ['b', 2, 'n1']),
      4,
    ],
    // Pods hold more than was counted.
    [
      workload(job('a'), { admitted: true, gpus: 4 }),
      podsOf(['a', 8, 'n1']),
      undefined,
    ],
    // Whether a kind that is not known has pods cannot be seen.
    [
      workload({ kind: 'Odd', name: 'a' }, { admitted: true, gpus: 8 }),
      podsOf(),
      undefined,
    ],
  ])('case %#', (admitted, pods, amount) => {
    expect(unusedReservations([admitted], pods)).toEqual(
      amount === undefined ? [] : [{ flavor: 'h100', resource: GPU, amount }],
    );
  });
});

describe('withQuotaReservations', () => {
  const nodeOf = (name: string) =>
    readClusterNode({
      metadata: { name, labels: { 'nvidia.com/gpu.product': 'H100' } },
      status: { capacity: { [GPU]: '8' }, allocatable: { [GPU]: '8' } },
    });
  const units = { ...EMPTY_LEDGER, unmeasured: 4, usable: 6, stranded: 6 };
  const pool: PoolLedger = {
    devices: units,
    uncounted: [],
    groups: [
      {
        product: 'H100',
        resource: GPU,
        kind: 'device',
        nodes: 2,
        units,
        owned: 16,
        devices: 16,
        largestFree: 8,
      },
    ],
  };
  const take = (amount: number, members: readonly string[]) =>
    withQuotaReservations(pool, {
      reservations: [{ flavor: 'h100', resource: GPU, amount }],
      flavorNodes: new Map([['h100', [nodeOf('n1'), nodeOf('n2')]]]),
      members: new Set(members),
    });

  it.each([
    [4, { reserved: 4, usable: 2, stranded: 6 }],
    [8, { reserved: 8, usable: 0, stranded: 4 }],
    // No more than there is free.
    [99, { reserved: 12, usable: 0, stranded: 0 }],
  ])('takes %d', (amount, left) => {
    const { devices, groups } = take(amount, ['n1', 'n2']);
    expect(devices).toEqual({ ...units, ...left });
    expect(groups[0].units).toEqual(devices);
  });

  it('takes nothing for a flavor that has nodes elsewhere', () => {
    expect(take(4, ['n1'])).toEqual(pool);
  });
});
