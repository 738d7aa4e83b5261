import { readDeviceClass } from './deviceClass';
import { readDeviceTaintRule } from './deviceTaintRule';
import { readResourceClaim } from './resourceClaim';
import { readResourceClaimTemplate } from './resourceClaimTemplate';
import { readResourceSlice } from './resourceSlice';

const fields = {
  attributes: {
    productName: { string: 'NVIDIA H100' },
    'resource.kubernetes.io/numaNode': { ints: [0, 1] },
    driverVersion: { version: '580.1.0' },
  },
  capacity: { memory: { value: '80Gi' } },
  consumesCounters: [
    { counterSet: 'gpu-0', counters: { memory: { value: '80Gi' } } },
  ],
  taints: [{ key: 'unhealthy', effect: 'NoSchedule' }],
  allowMultipleAllocations: true,
};

function sliceObject(device: object, spec: object = {}) {
  return {
    metadata: { name: 'node-1-gpu' },
    spec: {
      driver: 'gpu.nvidia.com',
      pool: { name: 'node-1', generation: 3, resourceSliceCount: 2 },
      nodeName: 'node-1',
      devices: [device],
      ...spec,
    },
  };
}

describe('readResourceSlice', () => {
  it('gives one model of v1 and v1beta1, where devices are nested', () => {
    const v1 = readResourceSlice(sliceObject({ name: 'gpu-0', ...fields }));
    const v1beta1 = readResourceSlice(
      sliceObject(
        { name: 'gpu-0', basic: fields },
        { allNodes: false, nodeSelector: null },
      ),
    );
    expect(v1beta1).toEqual(v1);
    expect(v1).toEqual({
      name: 'node-1-gpu',
      driver: 'gpu.nvidia.com',
      pool: { name: 'node-1', generation: 3, sliceCount: 2 },
      nodes: { kind: 'node', nodeName: 'node-1' },
      sharedCounters: [],
      devices: [
        {
          name: 'gpu-0',
          attributes: new Map<string, unknown>([
            [
              'productName',
              { kind: 'string', values: ['NVIDIA H100'], list: false },
            ],
            [
              'resource.kubernetes.io/numaNode',
              { kind: 'int', values: [0, 1], list: true },
            ],
            [
              'driverVersion',
              { kind: 'version', values: ['580.1.0'], list: false },
            ],
          ]),
          capacity: new Map([
            ['memory', { value: 85_899_345_920_000, requestPolicy: undefined }],
          ]),
          consumesCounters: [
            {
              counterSet: 'gpu-0',
              counters: new Map([['memory', 85_899_345_920_000]]),
            },
          ],
          taints: [{ key: 'unhealthy', value: '', effect: 'NoSchedule' }],
          nodes: { kind: 'none' },
          allowMultipleAllocations: true,
          bindsToNode: false,
          hasBindingConditions: false,
        },
      ],
    });
  });

  it.each([
    [{ nodeName: null, allNodes: true }, { kind: 'all' }],
    [{ nodeName: null, perDeviceNodeSelection: true }, { kind: 'per-device' }],
    [{ nodeName: '' }, { kind: 'none' }],
  ])('reads the nodes of %j', (spec, nodes) => {
    expect(readResourceSlice(sliceObject({ name: 'd' }, spec)).nodes).toEqual(
      nodes,
    );
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a device without a name', sliceObject({})],
    [
      'a pool without a generation',
      sliceObject({ name: 'd' }, { pool: { name: 'p' } }),
    ],
    [
      'a capacity that is no quantity',
      sliceObject({ name: 'd', capacity: { memory: { value: 'much' } } }),
    ],
    [
      'an operator that does not exist',
      sliceObject(
        { name: 'd' },
        {
          nodeSelector: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'a', operator: 'Like' }] },
            ],
          },
        },
      ),
    ],
  ])('refuses %s', (_, object) => {
    expect(() => readResourceSlice(object)).toThrow();
  });
});

describe('readResourceClaim', () => {
  const metadata = { uid: 'u', namespace: 'ml', name: 'gpus' };
  const request = { deviceClassName: 'gpu.nvidia.com', count: 2 };

  it('gives one model of v1 and v1beta1, where requests are flat', () => {
    const v1 = readResourceClaim({
      metadata,
      spec: { devices: { requests: [{ name: 'gpus', exactly: request }] } },
    });
    const v1beta1 = readResourceClaim({
      metadata,
      spec: { devices: { requests: [{ name: 'gpus', ...request }] } },
      status: {},
    });
    expect(v1beta1).toEqual(v1);
    expect(v1.spec.requests).toEqual([
      {
        name: 'gpus',
        options: [
          {
            name: undefined,
            deviceClassName: 'gpu.nvidia.com',
            selectors: [],
            allocationMode: 'ExactCount',
            count: 2,
            adminAccess: false,
            tolerations: [],
            capacity: new Map(),
          },
        ],
      },
    ]);
  });

  it('reads alternatives, constraints, and what is not known here', () => {
    const { spec } = readResourceClaim({
      metadata,
      spec: {
        devices: {
          requests: [
            {
              name: 'gpus',
              firstAvailable: [
                { name: 'big', ...request, selectors: [{ future: {} }] },
                { name: 'small', deviceClassName: 'mig' },
              ],
            },
            { name: 'later', somethingNew: {} },
          ],
          constraints: [
            { matchAttribute: 'a/b', requests: ['gpus'] },
            { distinctAttribute: 'a/c' },
            { future: true },
          ],
        },
      },
    });
    expect(
      spec.requests.map(({ options }) =>
        options.map(({ name, count, selectors }) => ({
          name,
          count,
          selectors,
        })),
      ),
    ).toEqual([
      [
        { name: 'big', count: 2, selectors: [undefined] },
        { name: 'small', count: 1, selectors: [] },
      ],
      [],
    ]);
    expect(spec.constraints).toEqual([
      { kind: 'match', attribute: 'a/b', requests: ['gpus'] },
      { kind: 'distinct', attribute: 'a/c', requests: [] },
      { kind: 'unsupported', attribute: '', requests: [] },
    ]);
  });

  it('reads an allocation', () => {
    const claim = readResourceClaim({
      metadata: { ...metadata, deletionTimestamp: '2026-11-21T12:00:00Z' },
      spec: { devices: {} },
      status: {
        reservedFor: [{ resource: 'pods', name: 'a', uid: '1' }],
        allocation: {
          devices: {
            results: [
              {
                request: 'gpus/big',
                driver: 'gpu.nvidia.com',
                pool: 'node-1',
                device: 'gpu-0',
                shareID: 's',
                consumedCapacity: { memory: '10Gi' },
              },
            ],
          },
        },
      },
    });
    expect(claim).toMatchObject({
      deleting: true,
      reservedFor: [{ resource: 'pods', name: 'a', uid: '1' }],
      allocation: {
        nodeSelector: undefined,
        devices: [
          {
            request: 'gpus/big',
            adminAccess: false,
            shareId: 's',
            consumedCapacity: new Map([['memory', 10_737_418_240_000]]),
          },
        ],
      },
    });
  });

  it.each<[string, object]>([
    ['no namespace', { metadata: { name: 'a' }, spec: {} }],
    ['no spec', { metadata }],
    [
      'a count that is no number',
      {
        metadata,
        spec: { devices: { requests: [{ name: 'r', count: 'two' }] } },
      },
    ],
  ])('refuses a claim with %s', (_, object) => {
    expect(() => readResourceClaim(object)).toThrow();
  });
});

describe('the other readers', () => {
  it('read a class, a template and a taint rule', () => {
    expect(
      readDeviceClass({
        metadata: { name: 'gpu', creationTimestamp: '1970-01-01T00:00:01Z' },
        spec: {
          selectors: [{ cel: { expression: 'true' } }],
          extendedResourceName: 'nvidia.com/gpu',
        },
      }),
    ).toEqual({
      name: 'gpu',
      createdAt: 1000,
      selectors: ['true'],
      extendedResourceName: 'nvidia.com/gpu',
    });
    expect(
      readResourceClaimTemplate({
        metadata: { namespace: 'ml', name: 't' },
        spec: { spec: { devices: {} } },
      }),
    ).toEqual({
      namespace: 'ml',
      name: 't',
      spec: { requests: [], constraints: [] },
    });
    expect(
      readDeviceTaintRule({
        spec: {
          deviceSelector: { pool: 'node-1' },
          taint: { key: 'a', effect: 'NoExecute' },
        },
      }),
    ).toEqual({
      selector: { driver: undefined, pool: 'node-1', device: undefined },
      taint: { key: 'a', value: '', effect: 'NoExecute' },
    });
  });
});
