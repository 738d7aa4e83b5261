import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  builtInResources,
  directClusterConfig,
  KubernetesApiEmulator,
  type KubernetesObject,
  type PolicyRule,
  type ResourceDefinition,
} from '@fairway/kubernetes-resources/testUtils';
import { gpuCapacitySchema } from '@fairway/plugin-gpu-capacity-common';
import request from 'supertest';
import { waitUntil } from './__testUtils__/waitUntil';
import gpuCapacityPlugin from './index';
import { entities } from './testObjects';
import { queueCollections } from './testQueues';

const READ = ['get', 'list', 'watch'];
const NODES_AND_PODS = {
  apiGroups: [''],
  resources: ['nodes', 'pods', 'resourcequotas'],
  verbs: READ,
};

const KUEUE = 'kueue.x-k8s.io';

/** Kueue as it was before v1beta2, without cohorts and topologies. */
const KINDS: readonly ResourceDefinition[] = [
  ['ClusterQueue', 'clusterqueues', false],
  ['ResourceFlavor', 'resourceflavors', false],
  ['LocalQueue', 'localqueues', true],
  ['Workload', 'workloads', true],
].map(([kind, plural, namespaced]) => ({
  group: KUEUE,
  version: 'v1beta1',
  kind: String(kind),
  plural: String(plural),
  namespaced: namespaced === true,
  status: true,
}));

/** As v1beta1 had it: the cohort by another name. */
function inOldVersion(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'ClusterQueue') {
    return { ...object, apiVersion: `${KUEUE}/v1beta1` };
  }
  const text = JSON.stringify(object).replace('"cohortName"', '"cohort"');
  return { ...JSON.parse(text), apiVersion: `${KUEUE}/v1beta1` };
}

const objects = queueCollections
  .filter(({ resource }) =>
    ['nodes', 'pods', ...KINDS.map(({ plural }) => plural)].includes(
      resource.plural,
    ),
  )
  .flatMap(({ resource, objects: own }) =>
    resource.group === KUEUE ? own.map(inOldVersion) : own,
  );

describe('queues of a Kubernetes API', () => {
  const cleanups: Array<() => unknown> = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  async function setUp(rules: readonly PolicyRule[]) {
    const emulator = KubernetesApiEmulator.create({
      resources: [...Object.values(builtInResources), ...KINDS],
      users: [{ token: 'portal', name: 'portal', groups: [], rules }],
    });
    emulator.store.load([
      ...['vision', 'speech'].map(name => ({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      })),
      ...objects,
    ]);
    const { url, close } = await emulator.listen();
    cleanups.push(close);
    const started = await startTestBackend({
      features: [
        gpuCapacityPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: directClusterConfig([
            { name: 'gpu-west', url, token: 'portal' },
          ]),
        }),
      ],
    });
    cleanups.push(() => started.stop());
    const pool = async () => {
      const { body, text } = await request(started.server).get(
        '/api/gpu-capacity/entities/resource/default/h100/capacity',
      );
      const capacity = gpuCapacitySchema.parse(body);
      if (capacity.scope !== 'pool') throw new Error(text);
      return { capacity, text };
    };
    return { emulator, pool };
  }

  it('reads the version that is served, and follows changes', async () => {
    const { emulator, pool } = await setUp([
      NODES_AND_PODS,
      { apiGroups: [KUEUE], resources: ['*'], verbs: READ },
    ]);
    const { capacity } = await pool();
    expect(capacity.queues).toMatchObject({
      freshness: { status: 'live' },
      clusterQueues: [
        { name: 'speech', cohort: 'ml', rows: [{ lendable: 8, available: 4 }] },
        { name: 'vision', rows: [{ borrowed: 4 }] },
      ],
      pending: { total: 2, unordered: expect.stringContaining('visibility') },
      starving: [{ clusterQueue: 'speech' }],
    });
    emulator.store.delete(KINDS[3], { namespace: 'speech', name: 'job-asr' });
    await waitUntil(
      async () => (await pool()).capacity.queues?.pending.total === 1,
    );
    expect((await pool()).capacity.queues?.starving).toMatchObject([
      { sentence: expect.stringContaining('for 2 nvidia.com/gpu') },
    ]);
  });

  it('says that queues may not be read, and shows the rest', async () => {
    const { pool } = await setUp([NODES_AND_PODS]);
    const { capacity } = await pool();
    expect(capacity.queues).toMatchObject({
      freshness: { status: 'unobserved' },
      clusterQueues: [],
    });
    expect(capacity.queues?.pending.total).toBeUndefined();
    expect(capacity.parts).toEqual(
      expect.arrayContaining([
        {
          name: 'queues',
          status: 'unobserved',
          reason: expect.stringContaining('clusterqueues'),
        },
      ]),
    );
    expect(capacity.devices).toMatchObject({ unmeasured: 10 });
  });

  it('draws no box before the cluster has said whether it has queues', async () => {
    const { emulator, pool } = await setUp([
      NODES_AND_PODS,
      { apiGroups: [KUEUE], resources: ['*'], verbs: READ },
    ]);
    emulator.failNext({ status: 503, times: 1_000, pathIncludes: KUEUE });
    const { capacity } = await pool();
    expect(capacity.queues).toBeUndefined();
    expect(capacity.parts).toContainEqual({
      name: 'queues',
      status: 'stale',
      reason: expect.any(String),
    });
    expect(capacity.devices).toMatchObject({ unmeasured: 10 });
  });

  it('knows how many wait where only the workloads may not be read', async () => {
    const { pool } = await setUp([
      NODES_AND_PODS,
      {
        apiGroups: [KUEUE],
        resources: ['clusterqueues', 'resourceflavors', 'localqueues'],
        verbs: READ,
      },
    ]);
    const { capacity } = await pool();
    expect(capacity.queues?.pending).toMatchObject({ total: 2, items: [] });
    expect(capacity.devices).toMatchObject({ unmeasured: 10 });
    expect(capacity.devices.reserved).toBeUndefined();
  });
});
