import { readClusterQueue } from './clusterQueue';
import { readCohort } from './cohort';
import { readKueueWorkload } from './kueueWorkload';
import { readLocalQueue } from './localQueue';
import { readKueueTopology } from './topology';
import { topologyRequestOf } from './topologyRequest';

const metadata = { namespace: 'ml', name: 'x' };
const usage = [
  {
    name: 'h100',
    resources: [{ name: 'nvidia.com/gpu', total: '8', borrowed: '2' }],
  },
];

describe('the two versions of the API', () => {
  it('give one model of a ClusterQueue', () => {
    const resourceGroups = [
      {
        coveredResources: ['cpu', 'nvidia.com/gpu'],
        flavors: [
          {
            name: 'h100',
            resources: [
              { name: 'cpu', nominalQuota: '1500m' },
              {
                name: 'nvidia.com/gpu',
                nominalQuota: 6,
                borrowingLimit: '2',
                lendingLimit: '0',
              },
            ],
          },
        ],
      },
    ];
    const status = { flavorsReservation: usage, flavorsUsage: [] };
    const old = readClusterQueue({
      apiVersion: 'kueue.x-k8s.io/v1beta1',
      metadata,
      spec: {
        resourceGroups,
        cohort: 'research',
        admissionChecks: ['capacity'],
        flavorFungibility: {
          whenCanBorrow: 'Borrow',
          whenCanPreempt: 'Preempt',
        },
      },
      status: { ...status, pendingWorkloadsStatus: { head: [] } },
    });
    expect(old).toEqual(
      readClusterQueue({
        apiVersion: 'kueue.x-k8s.io/v1beta2',
        metadata,
        spec: {
          resourceGroups,
          cohortName: 'research',
          flavorFungibility: {
            whenCanBorrow: 'MayStopSearch',
            whenCanPreempt: 'MayStopSearch',
          },
        },
        status,
      }),
    );
    expect(old).toMatchObject({
      cohort: 'research',
      quotas: [
        { resource: 'cpu', nominal: 1500, borrowingLimit: undefined },
        {
          resource: 'nvidia.com/gpu',
          nominal: 6,
          borrowingLimit: 2,
          lendingLimit: 0,
        },
      ],
      fungibility: { whenCanBorrow: 'stop', whenCanPreempt: 'stop' },
      reserved: [{ flavor: 'h100', resource: 'nvidia.com/gpu', total: 8 }],
      used: [],
      namespaces: 'none',
      pendingWorkloads: undefined,
    });
  });

  it.each([
    [{ reservingWorkloads: 0, admittedWorkloads: 0 }, 0],
    [{ reservingWorkloads: 1, admittedWorkloads: 1 }, undefined],
    [{}, undefined],
    [undefined, undefined],
  ])(
    'take from %j that %s is held where no flavor is named',
    (status, total) => {
      const queue = readClusterQueue({
        metadata,
        spec: {
          resourceGroups: [
            {
              coveredResources: ['nvidia.com/gpu'],
              flavors: [
                {
                  name: 'h100',
                  resources: [{ name: 'nvidia.com/gpu', nominalQuota: '8' }],
                },
              ],
            },
          ],
        },
        status,
      });
      expect([queue.reserved?.[0]?.total, queue.used?.[0]?.total]).toEqual([
        total,
        total,
      ]);
    },
  );

  it('give one model of a LocalQueue', () => {
    const spec = { clusterQueue: 'team', stopPolicy: 'Hold' };
    const old = readLocalQueue({
      metadata,
      spec,
      status: {
        flavorsReservation: usage,
        flavorUsage: usage,
        pendingWorkloads: 1,
      },
    });
    expect(old).toEqual(
      readLocalQueue({
        metadata,
        spec,
        status: {
          flavorsReservation: usage,
          flavorsUsage: usage,
          pendingWorkloads: 1,
        },
      }),
    );
    expect(old).toMatchObject({
      stopPolicy: 'hold',
      used: [{ total: 8 }],
      pendingWorkloads: 1,
      admittedWorkloads: undefined,
    });
  });

  it('give one model of a Workload, however its places are written down', () => {
    const assigned = (topologyAssignment: object) => ({
      conditions: [{ type: 'QuotaReserved', status: 'True' }],
      admission: {
        clusterQueue: 'team',
        podSetAssignments: [
          {
            name: 'main',
            flavors: { 'nvidia.com/gpu': 'h100' },
            resourceUsage: { 'nvidia.com/gpu': '48', cpu: '6' },
            count: 6,
            topologyAssignment,
          },
        ],
      },
    });
    const podSets = [{ count: 6, topologyRequest: { required: 'rack' } }];
    const old = readKueueWorkload({
      metadata,
      spec: {
        podSets,
        queueName: 'default',
        priority: 100,
        priorityClassName: 'high',
        priorityClassSource: 'kueue.x-k8s.io/workloadpriorityclass',
      },
      status: assigned({
        levels: ['block', 'rack'],
        domains: [
          { values: ['block-1', 'rack-1-a'], count: 4 },
          { values: ['block-1', 'rack-2-a'], count: 1 },
          { values: ['block-2', 'rack-9'], count: 1 },
        ],
      }),
    });
    expect(old).toEqual(
      readKueueWorkload({
        metadata,
        spec: {
          podSets,
          queueName: 'default',
          priority: 100,
          priorityClassRef: {
            group: 'kueue.x-k8s.io',
            kind: 'WorkloadPriorityClass',
            name: 'high',
          },
        },
        status: assigned({
          levels: ['block', 'rack'],
          slices: [
            {
              domainCount: 2,
              valuesPerLevel: [
                { universal: 'block-1' },
                {
                  individual: {
                    prefix: 'rack-',
                    suffix: '-a',
                    roots: ['1', '2'],
                  },
                },
              ],
              podCounts: { individual: [4, 1] },
            },
            {
              domainCount: 1,
              valuesPerLevel: [
                { individual: { roots: ['block-2'] } },
                { universal: 'rack-9' },
              ],
              podCounts: { universal: 1 },
            },
          ],
        }),
      }),
    );
    expect(old).toMatchObject({
      state: 'quota-reserved',
      priority: 100,
      priorityClass: 'high',
      podSets: [
        {
          name: 'main',
          count: 6,
          requests: { 'nvidia.com/gpu': 48, cpu: 6000 },
          topology: { mode: 'required', level: 'rack', slices: [] },
        },
      ],
      evictions: undefined,
    });
  });

  it.each([
    [
      'as many values as domains',
      {
        domainCount: 2,
        valuesPerLevel: [{ individual: { roots: ['a'] } }],
        podCounts: { universal: 1 },
      },
    ],
    [
      'values for each level',
      { domainCount: 1, valuesPerLevel: [], podCounts: { universal: 1 } },
    ],
    [
      'a count for each domain',
      { domainCount: 1, valuesPerLevel: [{ universal: 'a' }], podCounts: {} },
    ],
    [
      'no end of domains',
      {
        domainCount: 1e9,
        valuesPerLevel: [{ universal: 'a' }],
        podCounts: { universal: 1 },
      },
    ],
  ])('refuses an assignment that has not %s', (_, slice) => {
    expect(() =>
      readKueueWorkload({
        metadata,
        spec: { podSets: [] },
        status: {
          admission: {
            clusterQueue: 'team',
            podSetAssignments: [
              {
                name: 'main',
                topologyAssignment: { levels: ['host'], slices: [slice] },
              },
            ],
          },
        },
      }),
    ).toThrow(RangeError);
  });

  it('read Cohorts and Topologies', () => {
    expect(readCohort({ metadata, spec: { parentName: 'root' } })).toEqual({
      name: 'x',
      parent: 'root',
      quotas: [],
    });
    expect(readCohort({ metadata })).toMatchObject({ parent: undefined });
    expect(
      readKueueTopology({
        metadata,
        spec: { levels: [{ nodeLabel: 'block' }, { nodeLabel: 'rack' }] },
      }),
    ).toEqual({ name: 'x', levels: ['block', 'rack'] });
  });

  it.each([
    [
      readClusterQueue,
      {
        spec: {
          resourceGroups: [
            {
              coveredResources: ['cpu'],
              flavors: [
                {
                  name: 'a',
                  resources: [{ name: 'cpu', nominalQuota: 'much' }],
                },
              ],
            },
          ],
        },
      },
    ],
    [readClusterQueue, { metadata: undefined }],
    [readLocalQueue, { metadata: { name: 'x' } }],
    [readKueueWorkload, { spec: undefined }],
    [readCohort, { spec: { parentName: 7 } }],
  ])('refuse malformed objects', (read, object) => {
    expect(() => read({ metadata, ...object })).toThrow();
  });
});

describe('topologyRequestOf', () => {
  const PREFIX = 'kueue.x-k8s.io/podset';

  it.each([
    [{}, undefined],
    [
      { [`${PREFIX}-required-topology`]: 'rack' },
      { mode: 'required', level: 'rack', slices: [], group: undefined },
    ],
    [
      {
        [`${PREFIX}-preferred-topology`]: 'block',
        [`${PREFIX}-group-name`]: 'g',
      },
      { mode: 'preferred', level: 'block', slices: [], group: 'g' },
    ],
    [
      { [`${PREFIX}-unconstrained-topology`]: 'true' },
      { mode: 'unconstrained', level: undefined, slices: [], group: undefined },
    ],
    [{ [`${PREFIX}-unconstrained-topology`]: 'false' }, undefined],
    [
      {
        [`${PREFIX}-slice-required-topology`]: 'host',
        [`${PREFIX}-slice-size`]: '4',
      },
      {
        mode: 'none',
        level: undefined,
        slices: [{ level: 'host', pods: 4 }],
        group: undefined,
      },
    ],
    [
      {
        [`${PREFIX}-slice-required-topology`]: 'host',
        [`${PREFIX}-slice-size`]: 'four',
      },
      {
        mode: 'none',
        level: undefined,
        slices: [{ level: 'host', pods: undefined }],
        group: undefined,
      },
    ],
    [
      {
        [`${PREFIX}-slice-required-topology-constraints`]:
          '[{"topology":"rack","size":16},{"topology":"host","size":2}]',
      },
      {
        mode: 'none',
        level: undefined,
        slices: [
          { level: 'rack', pods: 16 },
          { level: 'host', pods: 2 },
        ],
        group: undefined,
      },
    ],
    [{ [`${PREFIX}-slice-required-topology-constraints`]: '[' }, undefined],
  ])('reads %j', (annotations, expected) => {
    expect(topologyRequestOf(annotations)).toEqual(expected);
  });
});
