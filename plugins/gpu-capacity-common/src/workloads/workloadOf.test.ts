import { workloadOf, type KnownOwners, type OwnedPod } from './workloadOf';

function pod(
  owner: { readonly kind: string; readonly name: string } | undefined,
  labels: Record<string, string> = {},
): OwnedPod {
  return {
    namespace: 'ml',
    name: 'pod-1',
    labels,
    owner: owner && { apiVersion: 'v1', ...owner },
  };
}

function known(
  objects: Record<
    string,
    { labels?: Record<string, string>; owner?: { kind: string; name: string } }
  >,
): KnownOwners {
  return {
    find: ({ kind, namespace, name }) => {
      const object =
        namespace === 'ml' ? objects[`${kind}/${name}`] : undefined;
      return (
        object && {
          labels: object.labels ?? {},
          owner: object.owner && { apiVersion: 'v1', ...object.owner },
        }
      );
    },
  };
}

const path = (of: OwnedPod, owners?: KnownOwners) => {
  const workload = workloadOf(of, owners);
  return workload && `${workload.namespace}/${workload.kind}/${workload.name}`;
};

const HASH = { 'pod-template-hash': '6f9c' };

describe('workloadOf', () => {
  it.each([
    [
      'Deployment by the hash of its ReplicaSet',
      pod({ kind: 'ReplicaSet', name: 'web-6f9c' }, HASH),
      'ml/Deployment/web',
    ],
    [
      'ReplicaSet of its own',
      pod({ kind: 'ReplicaSet', name: 'web-6f9c' }),
      'ml/ReplicaSet/web-6f9c',
    ],
    [
      'ReplicaSet with another name',
      pod({ kind: 'ReplicaSet', name: 'web' }, HASH),
      'ml/ReplicaSet/web',
    ],
    [
      'StatefulSet',
      pod({ kind: 'StatefulSet', name: 'db' }),
      'ml/StatefulSet/db',
    ],
    ['Job', pod({ kind: 'Job', name: 'train' }), 'ml/Job/train'],
    [
      'JobSet',
      pod(
        { kind: 'Job', name: 'set-workers-0' },
        { 'jobset.sigs.k8s.io/jobset-name': 'set' },
      ),
      'ml/JobSet/set',
    ],
    [
      'LeaderWorkerSet',
      pod(
        { kind: 'StatefulSet', name: 'lws-0' },
        { 'leaderworkerset.sigs.k8s.io/name': 'lws' },
      ),
      'ml/LeaderWorkerSet/lws',
    ],
    [
      'InferenceService, whatever runs its pods',
      pod(
        { kind: 'ReplicaSet', name: 'llm-predictor-6f9c' },
        { ...HASH, 'serving.kserve.io/inferenceservice': 'llm' },
      ),
      'ml/InferenceService/llm',
    ],
    [
      'RayCluster',
      pod({ kind: 'RayCluster', name: 'tune' }, { 'ray.io/cluster': 'tune' }),
      'ml/RayCluster/tune',
    ],
    [
      'RayService that its own labels name',
      pod(
        { kind: 'RayCluster', name: 'svc-a' },
        {
          'ray.io/cluster': 'svc-a',
          'ray.io/originated-from-cr-name': 'svc',
          'ray.io/originated-from-crd': 'RayService',
        },
      ),
      'ml/RayService/svc',
    ],
    [
      'RayCluster where the label names no kind of Ray',
      pod(
        { kind: 'RayCluster', name: 'svc-a' },
        {
          'ray.io/cluster': 'svc-a',
          'ray.io/originated-from-cr-name': 'svc',
          'ray.io/originated-from-crd': 'Secret',
        },
      ),
      'ml/RayCluster/svc-a',
    ],
    ['nothing', pod(undefined), undefined],
  ])('leads to a %s', (_, of, expected) => {
    expect(path(of)).toBe(expected);
  });

  it('goes up through what is known', () => {
    expect(
      path(
        pod(
          { kind: 'RayCluster', name: 'job-a' },
          { 'ray.io/cluster': 'job-a' },
        ),
        known({
          'RayCluster/job-a': {
            labels: {
              'ray.io/originated-from-cr-name': 'sweep',
              'ray.io/originated-from-crd': 'RayJob',
            },
          },
          'RayJob/sweep': { owner: { kind: 'RayCronJob', name: 'nightly' } },
        }),
      ),
    ).toBe('ml/RayCronJob/nightly');
    expect(
      path(
        pod({ kind: 'Job', name: 'report-28411200' }),
        known({
          'Job/report-28411200': { owner: { kind: 'CronJob', name: 'report' } },
        }),
      ),
    ).toBe('ml/CronJob/report');
    expect(
      path(
        pod({ kind: 'ReplicaSet', name: 'odd' }),
        known({
          'ReplicaSet/odd': { owner: { kind: 'Deployment', name: 'web' } },
        }),
      ),
    ).toBe('ml/Deployment/web');
  });

  it('does not stop at an object that has its own name as a label', () => {
    expect(
      path(
        pod({ kind: 'RayCluster', name: 'a' }, { 'ray.io/cluster': 'a' }),
        known({
          'RayCluster/a': {
            labels: { 'ray.io/cluster': 'a' },
            owner: { kind: 'RayJob', name: 'sweep' },
          },
        }),
      ),
    ).toBe('ml/RayJob/sweep');
  });

  it('ends where owners own each other', () => {
    expect(
      path(
        pod({ kind: 'Job', name: 'a' }),
        known({
          'Job/a': { owner: { kind: 'Job', name: 'b' } },
          'Job/b': { owner: { kind: 'Job', name: 'a' } },
        }),
      ),
    ).toBe('ml/Job/b');
  });
});
