import {
  atLeast,
  DISTINCT,
  marked,
  MATCH,
  named,
  NO,
  one,
  outcome,
  sized,
  type Cluster,
} from '../__fixtures__/cluster';
import {
  allocatedClaim,
  DRIVER,
  exactly,
  podClaim,
  slice,
} from '../__fixtures__/objects';

// The facts are those of kubernetes/dynamic-resource-allocation structured/internal/allocatortesting.
describe('DeviceAllocator', () => {
  it.each<[string, Cluster, unknown]>([
    ['nothing', { slices: [], claims: [] }, []],
    [
      'one device',
      { slices: [slice('s', named('d1'))], claims: [one] },
      ['c r pool-1 d1'],
    ],
    [
      'a device of another node',
      {
        slices: [slice('s', named('d1'), { nodeName: 'node-2' })],
        claims: [one],
      },
      NO,
    ],
    [
      'the large device for the large request, first tried for the small one',
      {
        slices: [slice('s', [sized('large', '2Gi'), sized('small', '1Gi')])],
        claims: [
          podClaim('c', [
            exactly('small', atLeast('1Gi')),
            exactly('large', atLeast('2Gi')),
          ]),
        ],
      },
      ['c small pool-1 small', 'c large pool-1 large'],
    ],
    [
      'going back across claims',
      {
        slices: [slice('s', [sized('large', '2Gi'), sized('small', '1Gi')])],
        claims: [
          podClaim('a', [exactly('small', atLeast('1Gi'))]),
          podClaim('b', [exactly('large', atLeast('2Gi'))]),
        ],
      },
      ['a small pool-1 small', 'b large pool-1 large'],
    ],
    [
      'only the newest generation',
      {
        slices: [
          slice('old', named('d1')),
          slice('new', named('d2'), { generation: 2 }),
        ],
        claims: [one],
      },
      ['c r pool-1 d2'],
    ],
    [
      'the same device in two slices',
      {
        slices: [
          slice('s', named('d1'), { count: 2 }),
          slice('s-2', named('d1'), { count: 2 }),
        ],
        claims: [one],
      },
      { ok: false, reason: 'invalid resource pools were encountered' },
    ],
    [
      'an invalid pool beside a valid one',
      {
        slices: [
          slice('s', named('d1'), { count: 2 }),
          slice('s-2', named('d1'), { count: 2 }),
          slice('t', named('d2'), { pool: 'pool-2' }),
        ],
        claims: [one],
      },
      ['c r pool-2 d2'],
    ],
    [
      'a pool of which a slice is missing',
      { slices: [slice('s', named('d1'), { count: 2 })], claims: [one] },
      {
        ok: 'unknown',
        reason: `1 of 2 slices of pool ${DRIVER}/pool-1 seen`,
      },
    ],
    [
      'an incomplete pool of a driver that is out of the question',
      {
        slices: [slice('s', named('d1'), { count: 2, driver: 'other' })],
        claims: [one],
      },
      NO,
    ],
    [
      'a class that is not there',
      { slices: [slice('s', named('d1'))], claims: [one], classes: [] },
      { ok: false, reason: 'request r: device class class-a does not exist' },
    ],
    [
      'all devices',
      {
        slices: [slice('s', named('d1', 'd2'))],
        claims: [podClaim('c', [exactly('r', { allocationMode: 'All' })])],
      },
      ['c r pool-1 d1', 'c r pool-1 d2'],
    ],
    [
      'all devices where one is allocated',
      {
        slices: [slice('s', named('d1', 'd2'))],
        claims: [podClaim('c', [exactly('r', { allocationMode: 'All' })])],
        allocated: [allocatedClaim('x', [{ device: 'd1' }])],
      },
      NO,
    ],
    [
      'all devices where there are none',
      {
        slices: [],
        claims: [podClaim('c', [exactly('r', { allocationMode: 'All' })])],
      },
      NO,
    ],
    [
      'all devices of an incomplete pool',
      {
        slices: [slice('s', named('d1'), { count: 3 })],
        claims: [podClaim('c', [exactly('r', { allocationMode: 'All' })])],
      },
      {
        ok: 'unknown',
        reason: `claim ml/c, request r: asks for all devices, but 1 of 3 slices of pool ${DRIVER}/pool-1 seen`,
      },
    ],
    [
      'all devices that a selector selects which is not evaluated',
      {
        slices: [slice('s', named('d1'))],
        claims: [
          podClaim('c', [
            exactly('r', {
              allocationMode: 'All',
              selectors: [{ cel: { expression: 'isIP("x")' } }],
            }),
          ]),
        ],
      },
      {
        ok: 'unknown',
        reason: `selector on device ${DRIVER}/pool-1/d1 is not evaluated: unbound function: isIP`,
      },
    ],
    [
      'all devices where an allocated one may not be meant',
      {
        slices: [slice('s', [{ name: 'd1' }, marked('d2', { bool: true })])],
        claims: [
          podClaim('c', [
            exactly('r', {
              allocationMode: 'All',
              selectors: [
                {
                  cel: {
                    expression: `has(device.attributes["${DRIVER}"].mark) || isIP("x")`,
                  },
                },
              ],
            }),
          ]),
        ],
        allocated: [allocatedClaim('x', [{ device: 'd1' }])],
      },
      {
        ok: 'unknown',
        reason: `selector on device ${DRIVER}/pool-1/d1 is not evaluated: unbound function: isIP`,
      },
    ],
    [
      'all devices beside an invalid pool',
      {
        slices: [
          slice('s', named('d1', 'd1')),
          slice('t', named('d2'), { pool: 'pool-2' }),
        ],
        claims: [podClaim('c', [exactly('r', { allocationMode: 'All' })])],
      },
      {
        ok: false,
        reason: `claim ml/c, request r: asks for all devices, but resource pool ${DRIVER}/pool-1 is currently invalid`,
      },
    ],
    [
      'a mode that is not known',
      {
        slices: [slice('s', named('d1'))],
        claims: [podClaim('c', [exactly('r', { allocationMode: 'Some' })])],
      },
      {
        ok: 'unknown',
        reason: 'claim ml/c, request r: unsupported count mode Some',
      },
    ],
    [
      'a request and a constraint that are not known',
      {
        slices: [slice('s', named('d1'))],
        claims: [podClaim('c', [{ name: 'r', future: {} }], [{}])],
      },
      { ok: 'unknown', reason: 'request r: unsupported request type' },
    ],
    [
      'a constraint that is not known',
      {
        slices: [slice('s', named('d1'))],
        claims: [podClaim('c', [exactly('r')], [{ future: true }])],
      },
      { ok: 'unknown', reason: 'claim ml/c: unsupported constraint type' },
    ],
    [
      'all devices for monitoring, also the allocated one',
      {
        slices: [slice('s', named('d1', 'd2'))],
        claims: [
          podClaim('c', [
            exactly('r', { allocationMode: 'All', adminAccess: true }),
          ]),
        ],
        allocated: [allocatedClaim('x', [{ device: 'd1' }])],
      },
      ['c r pool-1 d1', 'c r pool-1 d2'],
    ],
    [
      'all devices for monitoring twice in one claim',
      {
        slices: [slice('s', named('d1', 'd2'))],
        claims: [
          podClaim('c', [
            exactly('one', { adminAccess: true }),
            exactly('all', { allocationMode: 'All', adminAccess: true }),
          ]),
        ],
      },
      NO,
    ],
    [
      'monitoring a device that another claim of the pod gets',
      {
        slices: [slice('s', named('d1', 'd2'))],
        claims: [
          podClaim('a', [exactly('r')]),
          podClaim('b', [exactly('r', { adminAccess: true })]),
        ],
      },
      ['a r pool-1 d1', 'b r pool-1 d1'],
    ],
    [
      'an allocated device',
      {
        slices: [slice('s', named('d1'))],
        claims: [one],
        allocated: [allocatedClaim('x', [{ device: 'd1' }])],
      },
      NO,
    ],
    [
      'a device that is only monitored',
      {
        slices: [slice('s', named('d1'))],
        claims: [one],
        allocated: [allocatedClaim('x', [{ device: 'd1', adminAccess: true }])],
      },
      ['c r pool-1 d1'],
    ],
    [
      'devices with the same attribute',
      {
        slices: [
          slice('s', [
            marked('d1', { string: 'a' }),
            marked('d2', { string: 'b' }),
            marked('d3', { string: 'b' }),
          ]),
        ],
        claims: [podClaim('c', [exactly('x'), exactly('y')], [MATCH])],
      },
      ['c x pool-1 d2', 'c y pool-1 d3'],
    ],
    [
      'devices without the attribute',
      {
        slices: [slice('s', named('d1', 'd2'))],
        claims: [podClaim('c', [exactly('x'), exactly('y')], [MATCH])],
      },
      NO,
    ],
    [
      'attributes of different types',
      {
        slices: [
          slice('s', [marked('d1', { string: '1' }), marked('d2', { int: 1 })]),
        ],
        claims: [podClaim('c', [exactly('x'), exactly('y')], [MATCH])],
      },
      NO,
    ],
    [
      'all devices against a constraint',
      {
        slices: [
          slice('s', [marked('d1', { int: 1 }), marked('d2', { int: 2 })]),
        ],
        claims: [
          podClaim('c', [exactly('r', { allocationMode: 'All' })], [MATCH]),
        ],
      },
      {
        ok: false,
        reason: `claim ml/c, request r: cannot add device ${DRIVER}/pool-1/d2 because a claim constraint would not be satisfied`,
      },
    ],
    [
      'a constraint on some requests',
      {
        slices: [
          slice('s', [
            marked('d1', { int: 1 }),
            marked('d2', { int: 2 }),
            marked('d3', { int: 1 }),
          ]),
        ],
        claims: [
          podClaim(
            'c',
            [exactly('x'), exactly('y'), exactly('z')],
            [{ ...MATCH, requests: ['x', 'z'] }],
          ),
        ],
      },
      ['c x pool-1 d1', 'c y pool-1 d2', 'c z pool-1 d3'],
    ],
    [
      'devices with different attributes',
      {
        slices: [
          slice('s', [
            marked('d1', { string: 'a' }),
            marked('d2', { string: 'a' }),
            marked('d3', { string: 'b' }),
          ]),
        ],
        claims: [podClaim('c', [exactly('r', { count: 2 })], [DISTINCT])],
      },
      ['c r pool-1 d1', 'c r pool-1 d3'],
    ],
    [
      'lists for an attribute of a constraint',
      {
        slices: [
          slice('s', [
            marked('d1', { ints: [1, 2] }),
            marked('d2', { ints: [2] }),
          ]),
        ],
        claims: [podClaim('c', [exactly('r', { count: 2 })], [MATCH])],
      },
      {
        ok: 'unknown',
        reason: `claim ml/c: device ${DRIVER}/pool-1/d1 has a list for an attribute of a constraint`,
      },
    ],
    [
      'the second alternative',
      {
        slices: [slice('s', named('d1'))],
        claims: [
          podClaim('c', [
            {
              name: 'r',
              firstAvailable: [
                { name: 'two', deviceClassName: 'class-a', count: 2 },
                { name: 'one', deviceClassName: 'class-a' },
              ],
            },
          ]),
        ],
      },
      ['c r/one pool-1 d1'],
    ],
    [
      'going back to the second alternative of an earlier request',
      {
        slices: [slice('s', named('d1', 'd2'))],
        claims: [
          podClaim('c', [
            {
              name: 'r',
              firstAvailable: [
                { name: 'two', deviceClassName: 'class-a', count: 2 },
                { name: 'one', deviceClassName: 'class-a' },
              ],
            },
            exactly('s'),
          ]),
        ],
      },
      ['c r/one pool-1 d1', 'c s pool-1 d2'],
    ],
    [
      'more devices than a claim can have',
      {
        slices: [slice('s', named('d1'))],
        claims: [podClaim('c', [exactly('r', { count: 33 })])],
      },
      {
        ok: false,
        reason:
          'claim ml/c: number of requested devices 33 exceeds the claim limit of 32',
      },
    ],
    [
      'a selector that fails',
      {
        slices: [slice('s', named('d1'))],
        claims: [
          podClaim('c', [
            exactly('r', {
              selectors: [
                { cel: { expression: 'device.attributes["d"].nope == 1' } },
              ],
            }),
          ]),
        ],
      },
      {
        ok: 'unknown',
        reason: `CEL runtime error on device ${DRIVER}/pool-1/d1: no such key: nope`,
      },
    ],
    [
      'a selector that is not evaluated beside a device that fits',
      {
        slices: [slice('s', [{ name: 'd1' }, marked('d2', { bool: true })])],
        claims: [
          podClaim('c', [
            exactly('r', {
              selectors: [
                {
                  cel: {
                    expression: `has(device.attributes["${DRIVER}"].mark) || isIP("x")`,
                  },
                },
              ],
            }),
          ]),
        ],
      },
      ['c r pool-1 d2'],
    ],
    [
      'only devices of which the selector is not evaluated',
      {
        slices: [slice('s', named('d1'))],
        claims: [
          podClaim('c', [
            exactly('r', { selectors: [{ cel: { expression: 'isIP("x")' } }] }),
          ]),
        ],
      },
      {
        ok: 'unknown',
        reason: `selector on device ${DRIVER}/pool-1/d1 is not evaluated: unbound function: isIP`,
      },
    ],
    [
      'tainted devices',
      {
        slices: [
          slice('s', [
            { name: 'd1', taints: [{ key: 'bad', effect: 'NoSchedule' }] },
            { name: 'd2', taints: [{ key: 'bad', effect: 'NoExecute' }] },
            { name: 'd3', taints: [{ key: 'hint', effect: 'None' }] },
          ]),
        ],
        claims: [one],
      },
      ['c r pool-1 d3'],
    ],
    [
      'a taint that is tolerated',
      {
        slices: [
          slice('s', [
            {
              name: 'd1',
              taints: [{ key: 'k', value: 'v', effect: 'NoSchedule' }],
            },
          ]),
        ],
        claims: [
          podClaim('c', [
            exactly('r', { tolerations: [{ key: 'k', value: 'v' }] }),
          ]),
        ],
      },
      ['c r pool-1 d1'],
    ],
    [
      'a toleration with another value',
      {
        slices: [
          slice('s', [
            {
              name: 'd1',
              taints: [{ key: 'k', value: 'v', effect: 'NoSchedule' }],
            },
          ]),
        ],
        claims: [
          podClaim('c', [
            exactly('r', { tolerations: [{ key: 'k', value: 'w' }] }),
          ]),
        ],
      },
      NO,
    ],
  ])('answers for %s', (_, cluster, expected) => {
    expect(outcome(cluster)).toEqual(expected);
  });

  it('reaches devices of the network by labels and one by one', () => {
    const west = (values: string[]) => ({
      nodeSelectorTerms: [
        { matchExpressions: [{ key: 'region', operator: 'In', values }] },
      ],
    });
    const slices = [
      slice('s', named('near'), {
        pool: 'network',
        nodeSelector: west(['west']),
      }),
      slice('t', named('far'), { pool: 'far', nodeSelector: west(['east']) }),
      slice(
        'u',
        [
          { name: 'mine', nodeName: 'node-1' },
          { name: 'other', nodeName: 'node-2' },
          { name: 'every', allNodes: true },
        ],
        { pool: 'mixed', perDeviceNodeSelection: true },
      ),
    ];
    expect(
      outcome({
        slices,
        claims: [podClaim('c', [exactly('r', { count: 3 })])],
      }),
    ).toEqual(['c r mixed mine', 'c r mixed every', 'c r network near']);
    expect(
      outcome({
        slices,
        claims: [podClaim('c', [exactly('r', { count: 4 })])],
      }),
    ).toEqual(NO);
  });
});
