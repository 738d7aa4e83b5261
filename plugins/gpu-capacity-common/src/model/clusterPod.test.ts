import { readClusterPod } from './clusterPod';
import { ShapePool } from './ShapePool';

function pod(overrides: { spec?: object; status?: object; metadata?: object }) {
  return {
    metadata: { namespace: 'vision', name: 'a', ...overrides.metadata },
    spec: {
      nodeName: 'gpu-01',
      containers: [{ resources: { limits: { 'nvidia.com/gpu': '1' } } }],
      ...overrides.spec,
    },
    status: { phase: 'Running', ...overrides.status },
  };
}

const read = (overrides: Parameters<typeof pod>[0]) =>
  readClusterPod(pod(overrides), ShapePool.create());

const controlledBy = (kind: string) => ({
  metadata: {
    ownerReferences: [
      { apiVersion: 'apps/v1', kind, name: 'x', controller: true },
    ],
  },
});

describe('readClusterPod', () => {
  it.each([
    ['a running pod', {}, 'held'],
    [
      'a pod being deleted',
      { metadata: { deletionTimestamp: '2026-11-21T12:00:00Z' } },
      'releasing',
    ],
    [
      'an unbound pod',
      { spec: { nodeName: undefined }, status: { phase: 'Pending' } },
      'pending',
    ],
    [
      'an unbound pod for which room is made',
      {
        spec: { nodeName: undefined },
        status: { phase: 'Pending', nominatedNodeName: 'gpu-02' },
      },
      'nominated',
    ],
    [
      'a gated pod',
      {
        spec: {
          nodeName: '',
          schedulingGates: [{ name: 'kueue.x-k8s.io/admission' }],
        },
      },
      'gated',
    ],
    [
      'a pod that has been bound and not started',
      { status: { phase: 'Pending' } },
      'starting',
    ],
    [
      'a pod whose init container crashes',
      {
        status: {
          phase: 'Pending',
          initContainerStatuses: [
            { state: { waiting: { reason: 'CrashLoopBackOff' } } },
          ],
        },
      },
      'starting',
    ],
  ])('says of %s that it is %s', (_, overrides, holding) => {
    expect(read(overrides)?.holding).toBe(holding);
  });

  it.each(['Succeeded', 'Failed'])('leaves out a %s pod', phase => {
    expect(read({ status: { phase } })).toBeUndefined();
  });

  it('names why held devices do nothing', () => {
    expect(
      read({
        status: {
          containerStatuses: [
            { state: { waiting: { reason: 'CrashLoopBackOff' } } },
          ],
        },
      })?.waste,
    ).toBe('CrashLoopBackOff');
  });

  it.each([
    ['no-controller', {}],
    ['daemon-set', controlledBy('DaemonSet')],
    [
      'do-not-disrupt',
      {
        metadata: {
          ...controlledBy('ReplicaSet').metadata,
          annotations: { 'karpenter.sh/do-not-disrupt': 'true' },
        },
      },
    ],
    [
      'not-safe-to-evict',
      {
        metadata: {
          ...controlledBy('ReplicaSet').metadata,
          annotations: {
            'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false',
          },
        },
      },
    ],
    [
      'local-data',
      { ...controlledBy('ReplicaSet'), spec: { volumes: [{ emptyDir: {} }] } },
    ],
  ])('does not move a pod for the reason %s', (reason, overrides) => {
    expect(read(overrides)?.immovable).toEqual([reason]);
  });

  it('moves a pod of a controller, also with scratch space in memory', () => {
    expect(
      read({
        ...controlledBy('ReplicaSet'),
        spec: { volumes: [{ emptyDir: { medium: 'Memory' } }] },
      })?.immovable,
    ).toEqual([]);
  });

  it('knows the claims that were made for it, and what it got through them', () => {
    expect(
      read({
        spec: {
          resourceClaims: [
            { name: 'own', resourceClaimTemplateName: 'gpu' },
            { name: 'shared', resourceClaimName: 'common' },
            { name: 'not-yet', resourceClaimTemplateName: 'gpu' },
          ],
        },
        status: {
          resourceClaimStatuses: [
            { name: 'own', resourceClaimName: 'a-own-x7' },
          ],
          extendedResourceClaimStatus: {
            resourceClaimName: 'a-extended',
            requestMappings: [
              {
                containerName: 'main',
                resourceName: 'nvidia.com/gpu',
                requestName: 'r',
              },
            ],
          },
        },
      }),
    ).toMatchObject({
      claimNames: { own: 'a-own-x7', shared: 'common' },
      claimedResources: ['nvidia.com/gpu'],
    });
  });

  it('shares what equal pods have in common', () => {
    const pool = ShapePool.create();
    const a = readClusterPod(pod({ metadata: { name: 'a' } }), pool);
    const b = readClusterPod(pod({ metadata: { name: 'b' } }), pool);
    expect(a?.shape).toBe(b?.shape);
    expect(a?.name).not.toBe(b?.name);
  });

  it('keeps one shape for pods of a template on different nodes, also of a daemon set', () => {
    const pool = ShapePool.create();
    const on = (nodeName: string) =>
      readClusterPod(
        pod({
          ...controlledBy('DaemonSet'),
          spec: {
            nodeName,
            affinity: {
              nodeAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: {
                  nodeSelectorTerms: [
                    {
                      matchFields: [
                        {
                          key: 'metadata.name',
                          operator: 'In',
                          values: [nodeName],
                        },
                      ],
                    },
                  ],
                },
              },
            },
          },
        }),
        pool,
      )?.shape;
    expect(on('gpu-01')).toBe(on('gpu-02'));
  });

  it('refuses a malformed pod', () => {
    const pool = ShapePool.create();
    expect(() => readClusterPod({ metadata: { name: 'a' } }, pool)).toThrow();
    expect(() =>
      read({
        spec: {
          containers: [{ resources: { limits: { 'nvidia.com/gpu': 'one' } } }],
        },
      }),
    ).toThrow(RangeError);
  });
});
