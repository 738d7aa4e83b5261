import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { readCalendar, readRiskClasses } from '@fairway/plugin-kargo-common';
import { StageControls } from '../controls/StageControls';
import { applyMigrations } from '../database/applyMigrations';
import { STAGES } from '../domain/kargoResources';
import { ControlPlanes } from '../services/ControlPlanes';
import { entities, stage } from '../testObjects';
import { DatabaseFreezeNoticeStore } from './DatabaseFreezeNoticeStore';
import { FreezeAnnouncer } from './FreezeAnnouncer';
import { readFreezeNoticeConfig } from './readFreezeNoticeConfig';

const yearEnd = {
  name: 'year-end',
  title: 'Year end',
  reason: 'Few people are here.',
  kind: 'deny',
  timeZone: 'Europe/Zurich',
  start: '2026-12-19T18:00',
  duration: { days: 16 },
};

const noon = new Date('2026-12-19T12:00:00Z');

describe('FreezeAnnouncer', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function create(options: { send?: () => Promise<void> } = {}) {
    const controlPlanes = new ControlPlanes({
      configured: undefined,
      logger: mockServices.logger.mock(),
      clusterResources: clusterResourcesServiceMock({
        collections: [
          {
            cluster: 'platform',
            resource: STAGES.resource,
            objects: [stage('test'), stage('prod', ['test'])],
          },
        ],
      }),
    });
    await controlPlanes.discover();
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(mockServices.database({ knex }));
    const sent: NotificationSendOptions[] = [];
    const logger = mockServices.logger.mock();
    const announcer = () =>
      new FreezeAnnouncer({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities }),
        config: readFreezeNoticeConfig(mockServices.rootConfig()),
        controlPlanes,
        controls: new StageControls({
          riskClasses: readRiskClasses(undefined),
          calendar: readCalendar({ config: [yearEnd], classes: [] }),
          executingEnabled: false,
        }),
        logger,
        notifications: {
          send: async notification => {
            await options.send?.();
            sent.push(notification);
          },
        },
        store: new DatabaseFreezeNoticeStore({ connect: async () => knex }),
      });
    return { announcer, sent, logger, close: () => controlPlanes.close() };
  }

  it('tells the owning group of a freeze, with all its stages', async () => {
    const { announcer, sent, close } = await create();
    await announcer().announce(noon);
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/payments' },
        payload: {
          title: 'orders: frozen from Sat 19 Dec 2026 18:00 (Europe/Zurich)',
          description:
            'Year end closes 2 stages: test, prod until Mon 4 Jan 2027 18:00. Few people are here.',
          link: '/catalog/default/component/orders/promotions?tab=windows',
          severity: 'normal',
          topic: 'kargo.freeze.begins',
          scope: expect.stringMatching(/^kargo\/freeze\/[0-9a-f]{64}$/),
        },
      },
    ]);
    close();
  });

  it('tells once, over restarts and with several replicas', async () => {
    const { announcer, sent, close } = await create();
    await Promise.all([
      announcer().announce(noon),
      announcer().announce(noon),
      announcer().announce(noon),
    ]);
    await announcer().announce(new Date('2026-12-19T16:00:00Z'));
    expect(sent).toHaveLength(1);
    close();
  });

  it('tells nothing too early, nor what has begun', async () => {
    const { announcer, sent, close } = await create();
    await announcer().announce(new Date('2026-12-18T16:00:00Z'));
    await announcer().announce(new Date('2026-12-19T17:00:00Z'));
    expect(sent).toEqual([]);
    close();
  });

  it('tries again where notifications failed', async () => {
    const send = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(new Error('404'))
      .mockResolvedValue();
    const { announcer, sent, logger, close } = await create({ send });
    await announcer().announce(noon);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(sent).toEqual([]);
    await announcer().announce(noon);
    expect(sent).toHaveLength(1);
    close();
  });
});

describe('readFreezeNoticeConfig', () => {
  const read = (freezeNotices: object) =>
    readFreezeNoticeConfig(
      mockServices.rootConfig({
        data: { kargo: { freezeNotices: { ...freezeNotices } } },
      }),
    );

  it('is a day before, and leaves out what recurs and is shorter than half a day', () => {
    expect(read({})).toEqual({
      leadMillis: 86_400_000,
      shortestRecurringMillis: 43_200_000,
    });
  });

  it('reads durations', () => {
    expect(read({ leadTime: { days: 3 }, shortestRecurring: 'PT1H' })).toEqual({
      leadMillis: 259_200_000,
      shortestRecurringMillis: 3_600_000,
    });
  });

  it.each([{ leadTime: 'soon' }, { leadTime: 'P90D' }, { leadTime: 'PT0S' }])(
    'refuses %j',
    config => {
      expect(() => read(config)).toThrow(/kargo\.freezeNotices\.leadTime/);
    },
  );
});
