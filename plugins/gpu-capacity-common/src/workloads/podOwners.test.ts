import { pieceNameOf, podOwners } from './podOwners';

const pod = (
  labels: Record<string, string>,
  owner?: { apiVersion: string; kind: string; name: string },
) => ({ namespace: 'ml', name: 'a-1', labels, owner });

const namesOf = (of: ReturnType<typeof pod>) =>
  podOwners(of).map(({ kind, name }) => `${kind}/${name}`);

describe('podOwners', () => {
  it('finds the Deployment behind a ReplicaSet', () => {
    expect(
      namesOf(
        pod(
          { 'pod-template-hash': '5d9' },
          { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'api-5d9' },
        ),
      ),
    ).toEqual(['Pod/a-1', 'ReplicaSet/api-5d9', 'Deployment/api']);
  });

  it('finds the RayCluster and the RayService of a worker', () => {
    expect(
      namesOf(
        pod(
          {
            'ray.io/cluster': 'chat-x7',
            'ray.io/originated-from-crd': 'RayService',
            'ray.io/originated-from-cr-name': 'chat',
          },
          { apiVersion: 'ray.io/v1', kind: 'RayCluster', name: 'chat-x7' },
        ),
      ),
    ).toEqual(['Pod/a-1', 'RayCluster/chat-x7', 'RayService/chat']);
  });

  it.each([
    ['batch.kubernetes.io/job-name', 'Job/train'],
    ['jobset.sigs.k8s.io/jobset-name', 'JobSet/train'],
    ['kueue.x-k8s.io/pod-group-name', 'Workload/train'],
  ])('reads %s', (label, owner) => {
    expect(namesOf(pod({ [label]: 'train' }))).toContain(owner);
  });

  it('finds nobody but the pod itself where nothing says more', () => {
    expect(podOwners(pod({}))).toEqual([
      { namespace: 'ml', kind: 'Pod', name: 'a-1' },
    ]);
  });
});

describe('pieceNameOf', () => {
  it.each([
    [{ 'ray.io/group': 'headgroup' }, 'head'],
    [{ 'ray.io/group': 'decode' }, 'decode'],
    [{ 'jobset.sigs.k8s.io/replicatedjob-name': 'driver' }, 'driver'],
    [{ 'leaderworkerset.sigs.k8s.io/worker-index': '0' }, 'leader'],
    [{ 'leaderworkerset.sigs.k8s.io/worker-index': '3' }, 'worker'],
    [{ app: 'x' }, undefined],
  ])('reads %j as %s', (labels, name) => {
    expect(pieceNameOf(labels)).toBe(name);
  });
});
