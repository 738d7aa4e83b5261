import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { readRiskClasses } from '@fairway/plugin-kargo-common';
import { StageControls } from '../controls/StageControls';
import { PROMOTIONS, STAGES } from '../domain/kargoResources';
import { finishedEntry } from '../ledger/__testUtils__/ledgerEntries';
import { ControlPlanes } from '../services/ControlPlanes';
import { entities, promotion, promotionRow, stage } from '../testObjects';
import { PromotionNotifier } from './PromotionNotifier';
import { StuckPromotions } from './StuckPromotions';

function createNotifier(send?: () => Promise<void>) {
  const sent: NotificationSendOptions[] = [];
  const logger = mockServices.logger.mock();
  const notifier = new PromotionNotifier({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    logger,
    notifications: {
      send: send ?? (async notification => void sent.push(notification)),
    },
  });
  return { notifier, sent, logger };
}

const now = () => new Date().toISOString();

describe('PromotionNotifier', () => {
  it('tells the owning group of a failure, with a link to it', async () => {
    const { notifier, sent } = createNotifier();
    await notifier.tellOfEntries([
      finishedEntry('1', { outcome: 'errored', message: 'no luck', at: now() }),
      finishedEntry('2', { outcome: 'succeeded', at: now() }),
    ]);
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/payments' },
        payload: {
          title: 'orders: the promotion of 1.8.3 to uat did not succeed',
          description: 'no luck',
          link: '/catalog/default/component/orders/promotions?promotion=platform%2Fuat.1',
          severity: 'high',
          topic: 'kargo.promotion.failed',
          scope: 'kargo/platform/orders/uat.1',
        },
      },
    ]);
  });

  it('does not bring up the past, nor what nobody owns', async () => {
    const { notifier, sent } = createNotifier();
    await notifier.tellOfEntries([
      finishedEntry('1', { outcome: 'failed', at: '2026-01-01T00:00:00.000Z' }),
      finishedEntry('2', { outcome: 'failed', at: now(), project: 'nobodys' }),
    ]);
    expect(sent).toEqual([]);
  });

  it('goes on where notifications are not installed', async () => {
    const { notifier, logger } = createNotifier(() =>
      Promise.reject(new Error('404')),
    );
    await notifier.tellOfEntries([
      finishedEntry('1', { outcome: 'failed', at: now() }),
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});

describe('StuckPromotions', () => {
  it('finds what runs longer than its class allows, once', async () => {
    const running = promotion('prod.01.76415fe', 'prod', { phase: 'Running' });
    const cluster = 'platform';
    const controlPlanes = new ControlPlanes({
      configured: undefined,
      logger: mockServices.logger.mock(),
      clusterResources: clusterResourcesServiceMock({
        collections: [
          { cluster, resource: STAGES.resource, objects: [stage('prod')] },
          {
            cluster,
            resource: PROMOTIONS.resource,
            as: 'rows',
            objects: [promotionRow(running)],
          },
        ],
      }),
    });
    await controlPlanes.discover();
    const stuck = new StuckPromotions({
      controlPlanes,
      controls: new StageControls({
        riskClasses: readRiskClasses({
          application: { longestDuration: 'PT30M' },
          infrastructure: { longestDuration: 'PT30M' },
          migration: { longestDuration: 'PT30M' },
        }),
        calendar: [],
        executingEnabled: false,
      }),
    });
    // Created at 10:00.
    expect(stuck.find(new Date('2026-11-21T10:30:00Z'))).toEqual([]);
    expect(stuck.find(new Date('2026-11-21T10:30:01Z'))).toMatchObject([
      {
        type: 'stuck',
        stage: 'prod',
        promotion: 'prod.01.76415fe',
        detail: expect.stringContaining('30 minutes'),
      },
    ]);
    expect(stuck.find(new Date('2026-11-21T10:31:00Z'))).toEqual([]);
    controlPlanes.close();
  });
});
