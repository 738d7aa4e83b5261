import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { calendarSchema } from '@fairway/plugin-kargo-common';
import request from 'supertest';
import { APPLICATIONS, APP_PROJECTS } from '../domain/argoCdResources';
import { PROJECT_CONFIGS, STAGES } from '../domain/kargoResources';
import kargoPlugin from '../index';
import { entities, stage } from '../testObjects';

const cluster = 'platform';
const WEEK = 'from=2026-12-21T00:00:00Z&to=2026-12-28T00:00:00Z';

const test = stage('test');
const prod = stage('prod', ['test']);
const deployed = {
  ...prod,
  metadata: {
    ...prod.metadata,
    annotations: {
      'kargo.akuity.io/argocd-context':
        '[{"name":"orders-prod","namespace":"argocd"}]',
    },
  },
};

const christmas = {
  name: 'christmas',
  kind: 'Deny',
  dtstart: 'TZID=Europe/Zurich:20261224T000000',
  dtend: 'TZID=Europe/Zurich:20261227T000000',
  stageSelector: { name: 'prod' },
};

const yearEnd = {
  name: 'year-end',
  kind: 'deny',
  timeZone: 'UTC',
  start: '2026-12-20T00:00',
  duration: { days: 14 },
};

const argoCdObjects = [
  {
    resource: APPLICATIONS,
    objects: [
      {
        metadata: { name: 'orders-prod', namespace: 'argocd', uid: 'a' },
        spec: { project: 'shop' },
      },
    ],
  },
  {
    resource: APP_PROJECTS,
    objects: [
      {
        metadata: { name: 'shop', namespace: 'argocd', uid: 'b' },
        spec: {
          syncWindows: [
            {
              kind: 'deny',
              schedule: '0 22 * * *',
              duration: '8h',
              applications: ['*'],
            },
          ],
        },
      },
    ],
  },
].map(collection => ({ cluster, ...collection }));

async function start(
  options: {
    allowed?: boolean;
    catalog?: BackendFeature;
    argoCd?: typeof argoCdObjects;
    projectConfigs?: JsonObject[];
    kargo?: JsonObject;
  } = {},
) {
  const {
    allowed = true,
    catalog = catalogServiceMock.factory({ entities }),
    argoCd = argoCdObjects,
    projectConfigs = [
      {
        metadata: { name: 'orders', namespace: 'orders', uid: 'c' },
        spec: { promotionWindows: [christmas] },
      },
    ],
    kargo = { freezeCalendar: [yearEnd] },
  } = options;
  const { server } = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.rootConfig.factory({ data: { kargo } }),
      mockServices.permissions.factory({
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
      catalog,
      clusterResourcesServiceMock.factory({
        collections: [
          { cluster, resource: STAGES.resource, objects: [test, deployed] },
          {
            cluster,
            resource: PROJECT_CONFIGS.resource,
            objects: projectConfigs,
          },
          ...argoCd,
        ],
      }),
    ],
  });
  return async (path: string) => {
    const { status, body } = await request(server)
      .get(`/api/kargo${path}`)
      .set('Authorization', mockCredentials.user.header());
    return { status, body };
  };
}

const CALENDARS = [
  `/calendar?${WEEK}`,
  `/entities/component/default/orders/calendar?${WEEK}`,
];

describe.each(CALENDARS)('GET %s', path => {
  it('has the rules of all sources', async () => {
    const get = await start();
    const { status, body } = await get(path);
    expect(status).toBe(200);
    const { rules, from, to } = calendarSchema.parse(body);
    expect([from, to]).toEqual([
      '2026-12-21T00:00:00.000Z',
      '2026-12-28T00:00:00.000Z',
    ]);
    expect(
      rules.map(({ id, owner, stages, times }) => [
        id,
        owner.type,
        stages.total,
        times.length,
      ]),
    ).toEqual([
      ['year-end', 'config', 2, 1],
      // From the evening of the 20th, which lasts into the frame, to that of the 27th.
      ['platform/shop/orders-prod/sync-window-1', 'argocd', 1, 8],
      ['platform/orders/christmas', 'kargo', 1, 1],
    ]);
  });

  it('says how current each source is', async () => {
    const get = await start();
    const { sources } = calendarSchema.parse((await get(path)).body);
    expect(
      sources.map(({ title, freshness }) => [title, freshness.status]),
    ).toEqual([
      ['Configuration of this portal', 'live'],
      ["Kargo's ProjectConfigs on platform", 'live'],
      ["Kargo's ClusterConfig on platform", 'unobserved'],
      ['Sync windows of Argo CD on platform', 'live'],
    ]);
  });

  it('goes on without what cannot be read, and says so', async () => {
    const get = await start({
      argoCd: [],
      projectConfigs: [
        {
          metadata: { name: 'orders', namespace: 'orders', uid: 'c' },
          spec: { promotionWindows: 'none' },
        },
      ],
    });
    const { sources, rules } = calendarSchema.parse((await get(path)).body);
    expect(rules.map(({ id }) => id)).toEqual(['year-end']);
    expect(sources).toMatchObject([
      { type: 'config' },
      { detail: 'orders/orders cannot be read, nor can the windows in it.' },
      { freshness: { status: 'unobserved' } },
      {
        type: 'argocd',
        freshness: { status: 'unobserved' },
        detail:
          'It is not beside Kargo. Set kargo.argocd.platform.default to the name of its cluster.',
      },
    ]);
  });

  it('denies a caller without the permission', async () => {
    const get = await start({ allowed: false });
    const { status, body } = await get(path);
    expect(status).toBe(403);
    expect(body.error.message).toContain('kargo.promotion.read');
  });
});

describe('GET /calendar', () => {
  it('filters by control plane, project, stage and entity', async () => {
    const get = await start();
    const counted = async (filter: string) => {
      const { body } = await get(`/calendar?${WEEK}&${filter}`);
      const { open, closed, unknown } = calendarSchema.parse(body).counts;
      return open + closed + unknown;
    };
    expect(await counted('stage=prod')).toBe(1);
    expect(await counted('stage=prod&stage=test')).toBe(2);
    expect(await counted('project=billing')).toBe(0);
    expect(await counted('controlPlane=platform')).toBe(2);
    expect(await counted('controlPlane=moon')).toBe(0);
    expect(await counted('entity=component:default/orders')).toBe(2);
    expect(await counted('entity=component:default/nowhere')).toBe(0);
  });

  it('shows nothing of entities that the caller cannot see', async () => {
    const get = await start({
      catalog: catalogServiceMock.factory({ entities: [] }),
    });
    expect((await get(`/calendar?${WEEK}`)).body).toMatchObject({
      counts: { open: 0, closed: 0, unknown: 0 },
      groups: [],
      rules: [],
      sources: [{ type: 'config' }],
      notices: [expect.stringContaining('Set the annotation kargo/project')],
    });
    const entity = await get('/entities/component/default/orders/calendar');
    expect(entity.status).toBe(404);
  });

  it.each([
    'from=soon',
    'from=2026-12-21T00:00:00Z&to=2026-12-20T00:00:00Z',
    'from=2026-12-21T00:00:00Z&to=2027-12-21T00:00:00Z',
  ])('refuses %s', async query => {
    const get = await start();
    expect((await get(`/calendar?${query}`)).status).toBe(400);
  });

  it('does not start with an Argo CD that is nowhere', async () => {
    await expect(
      start({ kargo: { argocd: { platform: { default: 'here' } } } }),
    ).rejects.toThrow(/kargo\.argocd/);
  });
});
