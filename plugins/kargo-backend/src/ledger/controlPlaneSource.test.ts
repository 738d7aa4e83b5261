import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import { actionEntryId, type LedgerEntry } from '@fairway/plugin-kargo-common';
import { FREIGHTS, PROMOTIONS, STAGES } from '../domain/kargoResources';
import { ControlPlanes } from '../services/ControlPlanes';
import { PromotionReader } from '../services/PromotionReader';
import { freight, promotion, promotionRow, stage } from '../testObjects';
import { createStore } from './__testUtils__/createStore';
import { LedgerRecorder } from './LedgerRecorder';
import { ledgerSources } from './ledgerSources';

const cluster = 'platform';

describe('a control plane as a source of the ledger', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  /** What the ledger holds, newest first, after a control plane with these promotions was recorded once. */
  async function recordedOf(
    promotions: readonly KubernetesObject[],
    before: readonly LedgerEntry[] = [],
  ): Promise<readonly LedgerEntry[]> {
    const logger = mockServices.logger.mock();
    const clusterResources = clusterResourcesServiceMock({
      collections: [
        { cluster, resource: STAGES.resource, objects: [stage('prod')] },
        { cluster, resource: FREIGHTS.resource, objects: [freight] },
        { cluster, resource: PROMOTIONS.resource, objects: promotions },
        {
          cluster,
          resource: PROMOTIONS.resource,
          as: 'rows',
          objects: promotions.map(promotionRow),
        },
      ],
    });
    const controlPlanes = new ControlPlanes({
      clusterResources,
      configured: undefined,
      logger,
    });
    const [[databaseId]] = databases.eachSupportedId();
    const { store } = await createStore(databases, databaseId);
    await store.append(before, new Date());
    const recorder = LedgerRecorder.create({
      listSources: async () =>
        (await controlPlanes.discover()).controlPlanes.map(
          ledgerSources(new PromotionReader({ clusterResources })),
        ),
      store,
      logger,
      settings: {
        portalIdentities: [],
        allowedPaths: ['auto', 'portal'],
        keptSince: () => new Date(0),
        redact: text => text.replace('hunter2', '***'),
      },
    });
    await recorder.reconcile();
    const { entries } = await store.find({}, { limit: 20 });
    await recorder.stop();
    controlPlanes.close();
    return entries;
  }

  it('gives entries from the objects of Kargo', async () => {
    const prod = promotion('prod.01k9', 'prod', {
      phase: 'Succeeded',
      startedAt: '2026-11-21T10:29:00Z',
      finishedAt: '2026-11-21T10:30:00Z',
    });
    const aborted = promotion('test.01ka', 'test', {
      phase: 'Aborted',
      finishedAt: '2026-11-21T10:31:00Z',
    });
    const entries = await recordedOf([
      prod,
      annotated(aborted, {
        'kargo.akuity.io/create-actor': 'kubernetes:anna',
        'kargo.akuity.io/abort':
          '{"action":"terminate","actor":"email:ben@example.com"}',
        'kargo.fairway.dev/reason': 'a claim',
        other: 'not kept',
      }),
    ]);
    expect(entries).toMatchObject([
      {
        kind: 'promotion-finished',
        stage: 'test',
        outcome: 'aborted',
        actor: { kind: 'person', name: 'anna' },
        endedBy: { kind: 'person', name: 'ben@example.com' },
        at: '2026-11-21T10:31:00.000Z',
      },
      {
        kind: 'promotion-finished',
        stage: 'prod',
        outcome: 'succeeded',
        version: '1.8.3',
        at: '2026-11-21T10:30:00.000Z',
      },
      { kind: 'promotion-started', stage: 'prod' },
      { kind: 'promotion-created', stage: 'test', path: 'kubectl' },
      { kind: 'promotion-created', stage: 'prod', path: 'auto' },
    ]);
    expect(JSON.stringify(entries)).not.toContain('a claim');
  });

  it('writes down why a promotion failed', async () => {
    const failed = promotion('prod.01kd', 'prod', {
      phase: 'Errored',
      startedAt: '2026-11-21T10:29:00Z',
      finishedAt: '2026-11-21T10:30:00Z',
      stepExecutionMetadata: [
        {
          alias: 'step-1',
          status: 'Errored',
          message:
            'error cloning https://git.example.com/orders: Authentication failed',
        },
      ],
    });
    const [first] = await recordedOf([failed]).then(entries =>
      entries.filter(({ kind }) => kind === 'diagnosis'),
    );
    expect(first).toMatchObject({
      stage: 'prod',
      at: '2026-11-21T10:30:00.000Z',
      rule: 'git-server.authentication-failed',
    });
  });

  it.each([
    // Its row does not say when it started.
    ['Running', ['promotion-created']],
    [
      'Succeeded',
      ['promotion-finished', 'promotion-started', 'promotion-created'],
    ],
  ])(
    'takes a promotion of the portal that is %s for no way around it',
    async (phase, kinds) => {
      const created = promotion('prod.01kb', 'prod', {
        phase,
        startedAt: '2026-11-21T10:29:00Z',
        finishedAt: phase === 'Running' ? null : '2026-11-21T10:30:00Z',
      });
      const ofPortal = annotated(created, {
        'kargo.akuity.io/create-actor': 'kubernetes:ada@example.com',
        'kargo.fairway.dev/request': '5b1f',
        'kargo.fairway.dev/reason': 'The fix for the cart',
      });
      const around = annotated(promotion('prod.01kc', 'prod', { phase }), {
        'kargo.akuity.io/create-actor': 'kubernetes:ada@example.com',
        // Nobody has asked the portal for it.
        'kargo.fairway.dev/request': 'made-up',
      });
      const entries = await recordedOf([ofPortal, around], [request('5b1f')]);
      const of = (name: string) =>
        entries.filter(({ subject }) => subject.name === name);
      expect(of('prod.01kb').map(({ kind }) => kind)).toEqual(kinds);
      for (const entry of of('prod.01kb')) {
        expect(entry).toMatchObject({
          path: 'portal',
          reason: 'The fix for the cart',
        });
        expect(entry.bypass).toBeUndefined();
      }
      expect(of('prod.01kc').at(-1)).toMatchObject({
        path: 'kubectl',
        bypass: { reason: expect.any(String) },
      });
    },
  );
});

function annotated(
  object: KubernetesObject,
  annotations: Readonly<Record<string, string>>,
): KubernetesObject {
  return { ...object, metadata: { ...object.metadata, annotations } };
}

/** What the portal writes down before it creates a promotion of the freight in prod. */
function request(requestId: string): LedgerEntry {
  return {
    id: actionEntryId(requestId, 'requested'),
    kind: 'action',
    action: 'promote',
    outcome: 'requested',
    requestId,
    controlPlane: cluster,
    project: 'orders',
    stage: 'prod',
    freight: freight.metadata.name,
    subject: { kind: 'Request', name: requestId },
    at: '2026-11-21T09:59:00.000Z',
    timeBasis: 'recorded',
    actor: { kind: 'person', name: 'user:default/ada' },
    path: 'portal',
  };
}
