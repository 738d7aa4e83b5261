import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { FREIGHTS, PROMOTIONS, STAGES } from '../domain/kargoResources';
import { ControlPlanes } from '../services/ControlPlanes';
import { PromotionReader } from '../services/PromotionReader';
import { freight, promotion, promotionRow, stage } from '../testObjects';
import { createStore } from './__testUtils__/createStore';
import { LedgerRecorder } from './LedgerRecorder';
import { ledgerSources } from './ledgerSources';

describe('a control plane as a source of the ledger', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('gives entries from the objects of Kargo', async () => {
    const logger = mockServices.logger.mock();
    const prod = promotion('prod.01k9', 'prod', {
      phase: 'Succeeded',
      startedAt: '2026-11-21T10:29:00Z',
      finishedAt: '2026-11-21T10:30:00Z',
    });
    const aborted = promotion('test.01ka', 'test', {
      phase: 'Aborted',
      finishedAt: '2026-11-21T10:31:00Z',
    });
    const abortedByBen = {
      ...aborted,
      metadata: {
        ...aborted.metadata,
        annotations: {
          'kargo.akuity.io/create-actor': 'kubernetes:anna',
          'kargo.akuity.io/abort':
            '{"action":"terminate","actor":"email:ben@example.com"}',
          'kargo.fairway.dev/reason': 'a claim',
          other: 'not kept',
        },
      },
    };
    const clusterResources = clusterResourcesServiceMock({
      collections: [
        {
          cluster: 'platform',
          resource: STAGES.resource,
          objects: [stage('prod')],
        },
        {
          cluster: 'platform',
          resource: FREIGHTS.resource,
          objects: [freight],
        },
        {
          cluster: 'platform',
          resource: PROMOTIONS.resource,
          objects: [prod, abortedByBen],
        },
        {
          cluster: 'platform',
          resource: PROMOTIONS.resource,
          as: 'rows',
          objects: [promotionRow(prod), promotionRow(abortedByBen)],
        },
      ],
    });
    const controlPlanes = new ControlPlanes({
      clusterResources,
      configured: undefined,
      logger,
    });
    const [databaseId] = databases.eachSupportedId();
    const { store } = await createStore(databases, databaseId[0]);
    const recorder = LedgerRecorder.create({
      listSources: async () =>
        (await controlPlanes.discover()).controlPlanes.map(
          ledgerSources(new PromotionReader({ clusterResources })),
        ),
      store,
      logger,
      settings: {
        portalIdentities: [],
        allowedPaths: ['auto'],
        keptSince: () => new Date(0),
        redact: text => text.replace('hunter2', '***'),
      },
    });
    await recorder.reconcile();
    const { entries } = await store.find({}, { limit: 20 });
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
    await recorder.stop();
    controlPlanes.close();
  });
});
