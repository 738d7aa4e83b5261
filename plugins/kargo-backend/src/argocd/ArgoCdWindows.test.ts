import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { readRiskClasses } from '@fairway/plugin-kargo-common';
import { StageControls } from '../controls/StageControls';
import { APPLICATIONS, APP_PROJECTS } from '../domain/argoCdResources';
import { STAGES } from '../domain/kargoResources';
import { ControlPlanes } from '../services/ControlPlanes';
import { stage } from '../testObjects';
import { ArgoCdWindows } from './ArgoCdWindows';
import type { ArgoCdPlace } from './readArgoCdConfig';

const cluster = 'platform';

/** A Tuesday in winter; 23:00 in Zurich. */
const at = new Date('2026-11-24T22:00:00Z');

const nightly = {
  kind: 'deny',
  schedule: '0 22 * * *',
  duration: '8h',
  timeZone: 'Europe/Zurich',
  applications: ['orders-*'],
};

const withApp = (name: string, app: string, shard?: string) => {
  const base = stage(name);
  return {
    ...base,
    metadata: {
      ...base.metadata,
      annotations: {
        'kargo.akuity.io/argocd-context': JSON.stringify([
          { name: app, namespace: 'argocd' },
        ]),
      },
    },
    spec: { ...(base.spec as JsonObject), ...(shard && { shard }) },
  };
};

const application = (name: string, project = 'shop') => ({
  metadata: { name, namespace: 'argocd', uid: name },
  spec: { project, destination: { namespace: 'orders' } },
});

const appProject = (name: string, syncWindows: JsonObject[]) => ({
  metadata: { name, namespace: 'argocd', uid: name },
  spec: { syncWindows },
});

async function watch(options: {
  readonly stages: ReadonlyArray<ReturnType<typeof withApp>>;
  /** Where Argo CD is; in the cluster of the control plane by default. */
  readonly argoCdCluster?: string;
  readonly applications?: JsonObject[];
  readonly appProjects?: JsonObject[];
  readonly places?: Record<string, ArgoCdPlace>;
}) {
  const { argoCdCluster = cluster, applications, appProjects } = options;
  const controlPlanes = new ControlPlanes({
    configured: [cluster],
    argoCdPlaces: new Map([
      [cluster, new Map(Object.entries(options.places ?? {}))],
    ]),
    logger: mockServices.logger.mock(),
    clusterResources: clusterResourcesServiceMock({
      clusters: [{ name: argoCdCluster, access: { transport: 'direct' } }],
      collections: [
        { cluster, resource: STAGES.resource, objects: options.stages },
        ...(applications
          ? [
              {
                cluster: argoCdCluster,
                resource: APPLICATIONS,
                objects: applications,
              },
            ]
          : []),
        ...(appProjects
          ? [
              {
                cluster: argoCdCluster,
                resource: APP_PROJECTS,
                objects: appProjects,
              },
            ]
          : []),
      ],
    }),
  });
  const { controlPlanes: found } = await controlPlanes.discover();
  await found[0].settled(1_000);
  const controls = new StageControls({
    riskClasses: readRiskClasses(undefined),
    calendar: [],
    windows: [new ArgoCdWindows({ controlPlanes })],
    executingEnabled: false,
  });
  const [controlled] = found[0].stagesOf('orders').map(item => ({
    controlPlane: cluster,
    stage: item,
    projectLabels: {},
    annotation: 'application',
  }));
  return {
    state: controls.freezeState(controlled, at),
    gaps: controls.calendarGaps(controlled),
    argoCds: found[0].argoCds,
    close: () => controlPlanes.close(),
  };
}

describe('ArgoCdWindows', () => {
  it('closes a stage by the sync windows of its application', async () => {
    const { state, gaps, close } = await watch({
      stages: [withApp('prod', 'orders-prod')],
      applications: [application('orders-prod')],
      appProjects: [appProject('shop', [nightly])],
    });
    expect(state).toMatchObject({
      status: 'closed',
      // 06:00 in Zurich.
      until: '2026-11-25T05:00:00.000Z',
      causes: [
        {
          rules: [
            {
              id: 'platform/shop/orders-prod/sync-window-1',
              title: 'sync window 1 of shop',
            },
          ],
        },
      ],
    });
    expect(gaps).toEqual([]);
    close();
  });

  it('reads the Argo CD of the shard where that is', async () => {
    const { state, close } = await watch({
      stages: [withApp('prod', 'orders-prod', 'eu')],
      argoCdCluster: 'prod-eu',
      applications: [application('orders-prod')],
      appProjects: [appProject('shop', [nightly])],
      places: { eu: { cluster: 'prod-eu', namespace: 'argocd' } },
    });
    expect(state).toMatchObject({
      status: 'closed',
      causes: [
        { rules: [{ id: 'platform/eu/shop/orders-prod/sync-window-1' }] },
      ],
    });
    close();
  });

  it('says nothing about an Argo CD that nobody configured', async () => {
    const away = await watch({ stages: [withApp('prod', 'orders-prod')] });
    expect(away.state.status).toBe('open');
    expect(away.gaps).toEqual([]);
    away.close();
    const shard = await watch({
      stages: [withApp('prod', 'orders-prod', 'eu')],
      applications: [application('orders-prod')],
      appProjects: [appProject('shop', [nightly])],
    });
    expect(shard.state.status).toBe('open');
    expect(shard.argoCds.shards()).toEqual([
      { shard: 'eu', argoCd: undefined },
    ]);
    shard.close();
  });

  it.each([
    [
      'it is not served',
      {},
      'The sync windows of orders-prod in Argo CD on platform are unknown: The cluster does not serve this resource type.',
    ],
    [
      'the application is not there',
      { applications: [], appProjects: [] },
      'The sync windows of orders-prod in Argo CD on platform are unknown: the application argocd/orders-prod is not there.',
    ],
    [
      'its project is not there',
      { applications: [application('orders-prod')], appProjects: [] },
      'The sync windows of orders-prod in Argo CD on platform are unknown: the project shop of the application argocd/orders-prod is not there.',
    ],
  ])(
    'tells of a configured Argo CD that cannot be read: %s',
    async (_, objects, gap) => {
      const { state, gaps, close } = await watch({
        stages: [withApp('prod', 'orders-prod')],
        places: { '': { cluster } },
        ...objects,
      });
      expect(state.status).toBe('open');
      expect(gaps).toEqual([gap]);
      close();
    },
  );

  it('keeps only the applications that stages name', async () => {
    const { argoCds, close } = await watch({
      stages: [withApp('prod', 'orders-prod')],
      applications: [
        application('billing'),
        { metadata: { name: 'broken', namespace: 'argocd' } },
        application('orders-prod'),
      ],
      appProjects: [appProject('shop', [nightly])],
    });
    const argoCd = argoCds.of(undefined);
    expect(argoCd?.wanted).toBe(1);
    expect(argoCd?.find({ name: 'billing', namespace: 'argocd' })).toEqual({
      status: 'unknown',
      reason: 'the application argocd/billing is not there',
    });
    close();
  });

  it('takes an application up when a stage comes to name it', async () => {
    const { argoCds, close } = await watch({
      stages: [withApp('prod', 'orders-prod')],
      applications: [application('orders-prod'), application('orders-uat')],
      appProjects: [appProject('shop', [nightly])],
    });
    const argoCd = argoCds.of(undefined);
    const uat = { name: 'orders-uat', namespace: undefined };
    expect(argoCd?.find(uat).status).toBe('unknown');
    argoCd?.want(uat);
    await argoCd?.settled(1_000);
    await new Promise(setImmediate);
    expect(argoCd?.find(uat).status).toBe('found');
    close();
  });
});
