import {
  allocatorOf,
  NO,
  NODE,
  one,
  outcome,
  sized,
  type Cluster,
} from '../__fixtures__/cluster';
import {
  allocatedClaim,
  consumes,
  counterSet,
  exactly,
  podClaim,
  slice,
} from '../__fixtures__/objects';

// The facts are those of kubernetes/dynamic-resource-allocation structured/internal/allocatortesting.
describe('DeviceAllocator on parts and shares', () => {
  const parts = (...sizes: string[]) =>
    sizes.map((memory, index) => ({
      name: `d${index + 1}`,
      ...consumes('set', { memory }),
    }));
  const counted = (total: string, ...sizes: string[]) => [
    slice('s', parts(...sizes), { count: 2 }),
    slice('t', [], {
      count: 2,
      sharedCounters: [counterSet('set', { memory: total })],
    }),
  ];

  it.each<[string, Cluster, unknown]>([
    [
      'parts that fit together',
      {
        slices: counted('18Gi', '4Gi', '12Gi', '6Gi'),
        claims: [podClaim('c', [exactly('x'), exactly('y'), exactly('z')])],
      },
      NO,
    ],
    [
      'the pair that fits',
      {
        slices: counted('10Gi', '6Gi', '8Gi', '4Gi'),
        claims: [podClaim('c', [exactly('r', { count: 2 })])],
      },
      ['c r pool-1 d1', 'c r pool-1 d3'],
    ],
    [
      'what allocated parts leave',
      {
        slices: counted('8Gi', '4Gi', '4Gi', '8Gi'),
        claims: [podClaim('c', [exactly('r')])],
        allocated: [allocatedClaim('x', [{ device: 'd1' }])],
      },
      ['c r pool-1 d2'],
    ],
    [
      'counters of which more is allocated than there is',
      {
        slices: counted('18Gi', '4Gi', '20Gi'),
        claims: [one],
        allocated: [allocatedClaim('x', [{ device: 'd2' }])],
      },
      NO,
    ],
    [
      'another counter set of the pool of which more is allocated than there is',
      {
        slices: [
          slice(
            's',
            [
              { name: 'd1', ...consumes('other', { memory: '2' }) },
              { name: 'd2', ...consumes('set', { memory: '1' }) },
              { name: 'd3' },
            ],
            { count: 2 },
          ),
          slice('t', [], {
            count: 2,
            sharedCounters: [
              counterSet('other', { memory: '1' }),
              counterSet('set', { memory: '1' }),
            ],
          }),
        ],
        claims: [one],
        allocated: [allocatedClaim('x', [{ device: 'd1' }])],
      },
      ['c r pool-1 d3'],
    ],
    [
      'a counter set that is not there',
      { slices: [slice('s', parts('4Gi'))], claims: [one] },
      { ok: false, reason: 'invalid resource pools were encountered' },
    ],
  ])('counts for %s', (_, cluster, expected) => {
    expect(outcome(cluster)).toEqual(expected);
  });

  const shared = (name: string, value: string, requestPolicy?: object) => ({
    name,
    allowMultipleAllocations: true,
    capacity: { memory: { value, requestPolicy } },
  });
  const wants = (memory: string, fields: object = {}) => ({
    capacity: { requests: { memory } },
    ...fields,
  });
  const range = {
    default: '2',
    validRange: { min: '2', max: '4', step: '2' },
  };
  const consumed = (device: string, memory: string) => ({
    device,
    shareID: `share-${device}-${memory}`,
    consumedCapacity: { memory },
  });

  it.each<[string, Cluster, unknown]>([
    [
      'two claims without a request for capacity',
      {
        slices: [slice('s', [shared('d1', '1'), shared('d2', '1')])],
        claims: [podClaim('a', [exactly('r')]), podClaim('b', [exactly('r')])],
      },
      ['a r pool-1 d1', 'b r pool-1 d2'],
    ],
    [
      'two claims that get the default',
      {
        slices: [slice('s', [shared('d1', '4', range)])],
        claims: [podClaim('a', [exactly('r')]), podClaim('b', [exactly('r')])],
      },
      ['a r pool-1 d1', 'b r pool-1 d1'],
    ],
    [
      'a capacity that the device lacks',
      {
        slices: [slice('s', [shared('d1', '1')])],
        claims: [
          podClaim('c', [
            exactly('r', { capacity: { requests: { other: '1' } } }),
          ]),
        ],
      },
      NO,
    ],
    [
      'more than the policy allows',
      {
        slices: [slice('s', [shared('d1', '10', range)])],
        claims: [podClaim('c', [exactly('r', wants('6'))])],
      },
      NO,
    ],
    [
      'what is left',
      {
        slices: [slice('s', [shared('d1', '4', range)])],
        claims: [podClaim('c', [exactly('r', wants('2'))])],
        allocated: [allocatedClaim('x', [consumed('d1', '2')])],
      },
      ['c r pool-1 d1'],
    ],
    [
      'the next device where too little is left',
      {
        slices: [
          slice('s', [shared('d1', '2', range), shared('d2', '2', range)]),
        ],
        claims: [podClaim('c', [exactly('r', wants('2'))])],
        allocated: [allocatedClaim('x', [consumed('d1', '2')])],
      },
      ['c r pool-1 d2'],
    ],
    [
      'a device that can be shared but is allocated as a whole',
      {
        slices: [slice('s', [shared('d1', '4', range)])],
        claims: [one],
        allocated: [allocatedClaim('x', [{ device: 'd1' }])],
      },
      NO,
    ],
    [
      'all devices that have enough',
      {
        slices: [slice('s', [shared('d1', '2'), shared('d2', '1')])],
        claims: [
          podClaim('c', [exactly('r', wants('2', { allocationMode: 'All' }))]),
        ],
      },
      ['c r pool-1 d1'],
    ],
    [
      'all devices that have enough left',
      {
        slices: [slice('s', [shared('d1', '1'), shared('d2', '1')])],
        claims: [
          podClaim('c', [exactly('r', wants('1', { allocationMode: 'All' }))]),
        ],
        allocated: [allocatedClaim('x', [consumed('d1', '1')])],
      },
      ['c r pool-1 d2'],
    ],
    [
      'all devices after one of them has been used up',
      {
        slices: [slice('s', [shared('d1', '1'), shared('d2', '1')])],
        claims: [
          podClaim('c', [
            exactly('x', wants('1')),
            exactly('y', wants('1', { allocationMode: 'All' })),
          ]),
        ],
      },
      NO,
    ],
    [
      'a dedicated device with enough capacity',
      {
        slices: [slice('s', [sized('d1', '1Gi'), sized('d2', '2Gi')])],
        claims: [podClaim('c', [exactly('r', wants('2Gi'))])],
      },
      ['c r pool-1 d2'],
    ],
  ])('shares for %s', (_, cluster, expected) => {
    expect(outcome(cluster)).toEqual(expected);
  });

  it('says what a share consumes, rounded up', () => {
    const fit = allocatorOf({
      slices: [slice('s', [shared('d1', '4', range)])],
      claims: [],
    }).allocate(NODE, [podClaim('c', [exactly('r', wants('3'))])]);
    expect(fit).toMatchObject({
      ok: true,
      allocation: {
        devices: [{ consumedCapacity: new Map([['memory', 4000]]) }],
      },
    });
  });
});
