import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  directClusterConfig,
  KubernetesApiEmulator,
  builtInResources,
  type PolicyRule,
} from '@fairway/kubernetes-resources/testUtils';
import { entityPromotionsSchema } from '@fairway/plugin-kargo-common';
import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';
import kargoPlugin from './index';
import { entities, freight, promotion, stage } from './testObjects';

const kargo = (kind: string, plural: string) => ({
  group: 'kargo.akuity.io',
  version: 'v1alpha1',
  kind,
  plural,
  namespaced: true,
});

const STAGES = kargo('Stage', 'stages');
const FREIGHTS = kargo('Freight', 'freights');
const PROMOTIONS = {
  ...kargo('Promotion', 'promotions'),
  columns: [
    { name: 'Stage', type: 'string', value: '.spec.stage' },
    { name: 'Freight', type: 'string', value: '.spec.freight' },
    { name: 'Phase', type: 'string', value: '.status.phase' },
  ],
};
const KINDS = [STAGES, FREIGHTS, PROMOTIONS];

const EVERYTHING: PolicyRule = {
  apiGroups: ['*'],
  resources: ['*'],
  verbs: ['*'],
};

async function controlPlane(options: {
  readonly rule: PolicyRule;
  readonly kargoInstalled: boolean;
}) {
  const { rule, kargoInstalled } = options;
  const emulator = KubernetesApiEmulator.create({
    resources: [builtInResources.namespaces, ...(kargoInstalled ? KINDS : [])],
    users: [{ token: 'portal', name: 'portal', groups: [], rules: [rule] }],
  });
  emulator.store.create(builtInResources.namespaces, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'orders' },
  });
  if (kargoInstalled) {
    emulator.store.create(STAGES, stage('test'));
    emulator.store.create(STAGES, stage('prod', ['test']));
    emulator.store.create(FREIGHTS, freight);
  }
  return { emulator, ...(await emulator.listen()) };
}

async function backend(url: string, token: string) {
  const started = await startTestBackend({
    features: [
      kargoPlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          kargo: { controlPlanes: ['platform'] },
          ...directClusterConfig([{ name: 'platform', url, token }]),
        },
      }),
    ],
  });
  const get = async () => {
    const { status, body } = await request(started.server).get(
      '/api/kargo/entities/component/default/orders/promotions',
    );
    expect(status).toBe(200);
    return entityPromotionsSchema.parse(body);
  };
  return { get, stop: () => started.stop() };
}

describe('kargo backend against a Kubernetes API', () => {
  const cleanups: Array<() => unknown> = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  async function setUp(options: {
    readonly rule?: PolicyRule;
    readonly kargoInstalled?: boolean;
    readonly token?: string;
  }) {
    const { rule = EVERYTHING, kargoInstalled = true } = options;
    const plane = await controlPlane({ rule, kargoInstalled });
    cleanups.push(plane.close);
    const { get, stop } = await backend(plane.url, options.token ?? 'portal');
    cleanups.push(stop);
    return { ...plane, get };
  }

  it('shows a new promotion without reading everything again', async () => {
    const { emulator, get } = await setUp({});
    const before = await get();
    expect(before.headline).toBe('1.8.3 is in production, healthy.');
    expect(before.projects[0].promotions.items).toEqual([]);

    emulator.store.create(
      PROMOTIONS,
      promotion('test.02.76415fe', 'test', { phase: 'Running' }),
    );
    await waitForExpect(async () => {
      const { projects } = await get();
      expect(projects[0].promotions.items[0]).toMatchObject({
        name: 'test.02.76415fe',
        phase: 'Running',
      });
    });
  });

  it('does not show promotions that it may not list as none', async () => {
    const { get } = await setUp({
      rule: {
        apiGroups: ['kargo.akuity.io'],
        resources: ['stages', 'freights'],
        verbs: ['get', 'list', 'watch'],
      },
    });
    const [project] = (await get()).projects;
    expect(project.stages.items).toHaveLength(2);
    expect(project.promotions.freshness).toMatchObject({
      status: 'unobserved',
    });
  });

  it('says that the control plane refuses its token', async () => {
    const { get } = await setUp({ token: 'wrong' });
    const answer = await get();
    expect(answer.notices.join(' ')).toMatch(/platform could not be read/);
    expect(JSON.stringify(answer)).not.toContain('wrong');
  });

  it('says that Kargo is not installed', async () => {
    const { get } = await setUp({ kargoInstalled: false });
    expect((await get()).notices).toEqual([
      'platform could not be read: Kargo is not installed in this cluster.',
    ]);
  });

  it('keeps the last data, with its age, when the control plane is gone', async () => {
    const { emulator, get } = await setUp({});
    await get();
    emulator.setAvailable(false);
    emulator.disconnectWatches({ abruptly: true });
    await waitForExpect(async () => {
      const [project] = (await get()).projects;
      expect(project.stages.freshness.status).toBe('stale');
      expect(project.stages.items).toHaveLength(2);
    });
  });

  it('says so when the control plane cannot be reached', async () => {
    const { get } = await setUp({});
    const plane = await controlPlane({
      rule: EVERYTHING,
      kargoInstalled: true,
    });
    await plane.close();
    const unreachable = await backend(plane.url, 'portal');
    cleanups.push(unreachable.stop);
    expect((await unreachable.get()).notices.join(' ')).toMatch(
      /platform could not be read/,
    );
    expect((await get()).projects).toHaveLength(1);
  });
});

/** Watches deliver soon, not at once. */
async function waitForExpect(expectation: () => Promise<void>) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(50);
    }
  }
}
