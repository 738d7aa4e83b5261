import { resolve } from 'node:path';
import { ManualClock } from './clock/ManualClock';
import type { DemoPlatform } from './startDemoPlatform';
import { startDemoPlatform } from './startDemoPlatform';

const options = {
  port: 0,
  seed: 'test',
  clustersDir: resolve(__dirname, '../../../examples/clusters'),
};

describe('startDemoPlatform', () => {
  let platform: DemoPlatform;

  beforeAll(async () => {
    platform = await startDemoPlatform({
      ...options,
      clock: new ManualClock(new Date('2026-11-21T12:00:00Z')),
    });
  });

  afterAll(() => platform.close());

  function get(path: string, token = 'demo-reader') {
    return fetch(`${platform.url}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
  }

  async function names(path: string): Promise<string[]> {
    const { items } = await (await get(path)).json();
    return items.map(
      (item: { metadata: { name: string } }) => item.metadata.name,
    );
  }

  it('is healthy and has four clusters', async () => {
    expect(await (await get('/healthz')).text()).toBe('ok');
    expect([...platform.clusters.keys()].sort()).toEqual([
      'gpu-west',
      'platform',
      'regulated',
      'retail',
    ]);
  });

  it('has a project with history', async () => {
    const base =
      '/clusters/platform/apis/kargo.akuity.io/v1alpha1/namespaces/checkout';
    expect((await names(`${base}/stages`)).sort()).toEqual([
      'prod',
      'test',
      'uat',
    ]);
    expect((await names(`${base}/promotions`)).length).toBeGreaterThan(6);
  });

  it('has a sharded project', async () => {
    const base =
      '/clusters/regulated/apis/kargo.akuity.io/v1alpha1/namespaces/payments-core';
    const selector = encodeURIComponent('kargo.akuity.io/shard=us-east');
    expect(await names(`${base}/stages?labelSelector=${selector}`)).toEqual([
      'prod-us',
    ]);
  });

  it('has accelerators of several kinds', async () => {
    expect((await names('/clusters/gpu-west/api/v1/nodes')).length).toBe(15);
    const selector = encodeURIComponent(
      'backstage.io/kubernetes-id=vision-inference',
    );
    const pods = `/clusters/gpu-west/api/v1/namespaces/vision/pods?labelSelector=${selector}`;
    expect(await names(pods)).toHaveLength(4);
  });

  it('admits workloads within the quota only', async () => {
    const response = await get(
      '/clusters/gpu-west/apis/kueue.x-k8s.io/v1beta2/namespaces/batch/workloads/gang-train',
    );
    const { status } = await response.json();
    // 16 of nominal quota, of which 6 and 4 are held: 16 more do not fit.
    expect(status.conditions).toEqual([
      expect.objectContaining({ type: 'QuotaReserved', status: 'False' }),
    ]);
  });

  it('measures devices that pods hold', async () => {
    const query = encodeURIComponent(
      'DCGM_FI_DEV_GPU_UTIL{namespace="vision"}',
    );
    const response = await get(
      `/prometheus/gpu-west/api/v1/query?query=${query}`,
    );
    const { data } = await response.json();
    // Three pods with 2, one with 4, two with 1 each; the pending one holds none.
    expect(data.result).toHaveLength(3 * 2 + 4 + 2);
  });

  it('says how long workloads have waited in each queue', async () => {
    const query = encodeURIComponent(
      'sum by (cluster_queue,le) (increase(kueue_admission_wait_time_seconds_bucket[7d]))',
    );
    const response = await get(
      `/prometheus/gpu-west/api/v1/query?query=${query}`,
    );
    const { data } = await response.json();
    const queues: Record<string, Array<readonly [number, number]>> = {};
    for (const { metric, value } of data.result) {
      const bound = metric.le === '+Inf' ? Infinity : Number(metric.le);
      queues[metric.cluster_queue] ??= [];
      queues[metric.cluster_queue].push([bound, Number(value[1])]);
    }
    expect(Object.keys(queues).sort()).toEqual([
      'research',
      'speech',
      'vision',
    ]);
    for (const buckets of Object.values(queues)) {
      buckets.sort(([a], [b]) => a - b);
      expect(buckets).toHaveLength(17);
      // Between 2 and 20 a day; a bucket holds what the one before it holds, but for rounding.
      const [, admitted] = buckets[16];
      expect(admitted).toBeGreaterThanOrEqual(13);
      expect(admitted).toBeLessThanOrEqual(141);
      buckets.slice(1).forEach(([, count], position) => {
        expect(count).toBeGreaterThanOrEqual(buckets[position][1] - 1);
      });
    }
  });

  it('refuses those who may not', async () => {
    const path = '/clusters/platform/apis/kargo.akuity.io/v1alpha1/stages';
    expect((await get(path, 'demo-denied')).status).toBe(403);
    expect((await get(path, 'unknown')).status).toBe(401);
    const attempt = (token: string) =>
      fetch(
        `${platform.url}/clusters/platform/apis/kargo.akuity.io/v1alpha1/projects`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({
            apiVersion: 'kargo.akuity.io/v1alpha1',
            kind: 'Project',
            metadata: { name: 'written' },
          }),
        },
      );
    expect((await attempt('demo-reader')).status).toBe(403);
    expect((await attempt('demo-portal')).status).toBe(201);
  });

  it('names the port that is in use', async () => {
    const port = Number(new URL(platform.url).port);
    await expect(startDemoPlatform({ ...options, port })).rejects.toThrow(
      `Port ${port} is in use`,
    );
  });

  describe('for people whom the portal acts for', () => {
    const kargo = 'apis/kargo.akuity.io/v1alpha1/namespaces/storefront';

    async function promote(
      stage: string,
      who: { token: string; user?: string; group?: string },
    ) {
      const headers = {
        authorization: `Bearer ${who.token}`,
        'content-type': 'application/json',
        ...(who.user && { 'impersonate-user': who.user }),
        ...(who.group && { 'impersonate-group': who.group }),
      };
      const base = `${platform.url}/clusters/retail/${kargo}`;
      const stages = await fetch(`${base}/stages/test`, {
        headers: { authorization: 'Bearer demo-reader' },
      });
      const { status } = await stages.json();
      const answer = await fetch(`${base}/promotions`, {
        method: 'POST',
        headers,
        body: JSON.stringify({
          apiVersion: 'kargo.akuity.io/v1alpha1',
          kind: 'Promotion',
          metadata: { generateName: 'promo-', namespace: 'storefront' },
          spec: { stage, freight: status.freightSummary },
        }),
      });
      return { status: answer.status, body: await answer.json() };
    }

    it('are recorded as those who promoted', async () => {
      const { status, body } = await promote('test', {
        token: 'demo-portal',
        user: 'jane.doe@example.com',
        group: 'payments-team',
      });
      expect(status).toBe(201);
      expect(body.metadata.annotations['kargo.akuity.io/create-actor']).toBe(
        'kubernetes:jane.doe@example.com',
      );
    });

    it('have their own rights, not those of the portal', async () => {
      const { status, body } = await promote('prod-eu', {
        token: 'demo-portal',
        user: 'jane.doe@example.com',
        group: 'payments-team',
      });
      expect(status).toBe(403);
      expect(body.message).toContain(
        'subject "jane.doe@example.com" is not permitted to create Promotions for Stage "prod-eu"',
      );
    });

    it('cannot be cluster administrators', async () => {
      const { status, body } = await promote('test', {
        token: 'demo-portal',
        user: 'jane.doe@example.com',
        group: 'system:masters',
      });
      expect(status).toBe(403);
      expect(body.message).toContain('groups "system:masters" is forbidden');
    });

    it('are not acted for by who may not', async () => {
      const { status, body } = await promote('test', {
        token: 'demo-reader',
        user: 'jane.doe@example.com',
      });
      expect(status).toBe(403);
      expect(body.message).toContain('cannot impersonate-on:user-info:create');
    });
  });
});
