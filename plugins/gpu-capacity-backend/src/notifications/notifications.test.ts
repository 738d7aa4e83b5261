import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  GPU,
  clusterNode,
  clusterPod,
  clusterView,
} from '../__testUtils__/clusterView';
import { readNotificationsConfig } from '../config/notificationsConfig';
import { applyMigrations } from '../database/applyMigrations';
import { estateCluster } from '../overview/EstateCluster';
import type { CapacityFinding } from './CapacityFinding';
import { CapacityNotifier } from './CapacityNotifier';
import { DatabaseEpisodeStore } from './DatabaseEpisodeStore';
import { idleFindings, lossFindings } from './estateFindings';

const HOUR = 3_600_000;
const AT = Date.parse('2026-11-21T00:00:00Z');

const finding: CapacityFinding = {
  kind: 'idle-held',
  subject: ['west', 'component:default/vision'],
  recipients: ['group:default/vision-team'],
  afterMs: 12 * HOUR,
  title: 'Vision holds 2 devices that are not busy',
  description: 'For more than 12 hours.',
  link: '/catalog/default/component/vision/gpu-capacity',
};

describe('CapacityNotifier', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function create(
    options: {
      readonly send?: () => Promise<void>;
      readonly find?: Array<() => Promise<readonly CapacityFinding[]>>;
    } = {},
  ) {
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(mockServices.database({ knex }));
    const sent: NotificationSendOptions[] = [];
    const logger = mockServices.logger.mock();
    const found = { findings: [finding] as readonly CapacityFinding[] };
    const notifier = () =>
      new CapacityNotifier({
        find: options.find ?? [async () => found.findings],
        logger,
        notifications: {
          send: async notification => {
            await options.send?.();
            sent.push(notification);
          },
        },
        store: new DatabaseEpisodeStore({ connect: async () => knex }),
      });
    /** Every five minutes, each time after a restart. */
    const tellUntil = async (from: number, until: number) => {
      for (let at = from; at <= until; at += 300_000) await notifier().tell(at);
    };
    return { notifier, sent, logger, found, tellUntil };
  }

  it('tells the owner once, after it has lasted, over restarts', async () => {
    const { sent, tellUntil } = await create();
    await tellUntil(AT, AT + 12 * HOUR - 300_000);
    expect(sent).toEqual([]);
    await tellUntil(AT + 12 * HOUR, AT + 20 * HOUR);
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/vision-team'],
        },
        payload: {
          title: 'Vision holds 2 devices that are not busy',
          description: 'For more than 12 hours.',
          link: '/catalog/default/component/vision/gpu-capacity',
          severity: 'normal',
          topic: 'gpu-capacity.idle-held',
          scope: expect.stringMatching(/^gpu-capacity\/[0-9a-f]{64}$/),
        },
      },
    ]);
  });

  it('tells once with several replicas', async () => {
    const { notifier, sent, found } = await create();
    found.findings = [{ ...finding, afterMs: 0 }];
    await Promise.all([1, 2, 3].map(() => notifier().tell(AT)));
    expect(sent).toHaveLength(1);
  });

  it('tells again when it was over and is back', async () => {
    const { sent, found, tellUntil } = await create();
    found.findings = [{ ...finding, afterMs: 0 }];
    await tellUntil(AT, AT + HOUR);
    found.findings = [];
    await tellUntil(AT + HOUR, AT + 3 * HOUR);
    expect(sent).toHaveLength(1);
    found.findings = [{ ...finding, afterMs: 0 }];
    await tellUntil(AT + 3 * HOUR, AT + 4 * HOUR);
    expect(sent).toHaveLength(2);
  });

  it('counts the hours anew when the devices were busy in between', async () => {
    const { sent, found, tellUntil } = await create();
    await tellUntil(AT, AT + 11 * HOUR);
    found.findings = [];
    await tellUntil(AT + 11 * HOUR, AT + 12.5 * HOUR);
    found.findings = [finding];
    await tellUntil(AT + 12.5 * HOUR, AT + 24 * HOUR);
    expect(sent).toEqual([]);
    await tellUntil(AT + 24 * HOUR, AT + 25 * HOUR);
    expect(sent).toHaveLength(1);
  });

  it('tries again where notifications failed', async () => {
    const send = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(new Error('404'))
      .mockResolvedValue();
    const { notifier, sent, logger, found } = await create({ send });
    found.findings = [{ ...finding, afterMs: 0 }];
    await notifier().tell(AT);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await notifier().tell(AT + 300_000);
    expect(sent).toHaveLength(1);
  });

  it('tells what one source knows where another one fails, and nobody of what is nobodys', async () => {
    const { notifier, sent, logger } = await create({
      find: [
        async () => {
          throw new Error('away');
        },
        async () => [
          { ...finding, afterMs: 0 },
          { ...finding, afterMs: 0, subject: ['x'], recipients: [] },
        ],
      ],
    });
    await notifier().tell(AT);
    expect(sent).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});

describe('idleFindings', () => {
  const pods = [
    clusterPod('vision-6f', 'a', 4),
    clusterPod('vision-7a', 'a', 1),
    clusterPod('lost-1c', 'a', 1, { labels: {} }),
  ];
  const cluster = estateCluster(
    { ok: true, view: clusterView({ nodes: [clusterNode('a')], pods }) },
    {
      entityOf: (_, { labels }) =>
        labels['backstage.io/kubernetes-id'] === undefined
          ? undefined
          : {
              ref: 'component:default/vision',
              title: 'Vision',
              owner: 'group:default/vision-team',
            },
      idle: [
        { pod: pods[0], idleDevices: 2 },
        { pod: pods[1], idleDevices: 1 },
        { pod: pods[2], idleDevices: 1 },
      ],
    },
  );
  const books = new Map([
    [
      'west',
      {
        products: [{ product: 'H100', perHour: 4, currency: 'EUR' }],
        nodes: new Map(),
      },
    ],
  ]);

  it('is one for each entity, with what it costs, and names no pod', () => {
    const findings = idleFindings(
      { clusters: [cluster], books, days: [] },
      { afterMs: 12 * HOUR },
    );
    // 3 devices at 4 EUR for 730 hours.
    expect(findings).toEqual([
      {
        kind: 'idle-held',
        subject: ['west', 'component:default/vision'],
        recipients: ['group:default/vision-team'],
        afterMs: 12 * HOUR,
        title: 'Vision holds 3 devices that are not busy',
        description:
          'For more than 12 hours devices that its pods hold in west have not been busy, which would be 8,760 EUR a month. Others may wait for them.',
        link: '/catalog/default/component/vision/gpu-capacity',
      },
    ]);
  });
});

describe('lossFindings', () => {
  it('finds lost devices and nodes that refuse pods, for the platform teams', () => {
    const view = clusterView({
      nodes: [
        clusterNode('a', {
          allocatable: { cpu: 64_000, memory: 2 ** 39, pods: 110, [GPU]: 7 },
        }),
        clusterNode('b'),
      ],
      blackHoles: [
        { node: 'b', pods: 4, reason: 'UnexpectedAdmissionError', since: AT },
        { node: 'cpu-only', pods: 9, reason: 'OutOfcpu', since: AT },
      ],
    });
    const findings = lossFindings(
      [
        { ok: true, view },
        { ok: false, cluster: 'moon', reason: 'no' },
      ],
      {
        platformTeams: ['group:default/platform'],
        pageOfCluster: () => undefined,
      },
    );
    expect(findings).toMatchObject([
      {
        kind: 'devices-lost',
        title: 'a in west has lost 1 H100',
        recipients: ['group:default/platform'],
      },
      { kind: 'black-hole', title: 'b in west refuses the pods it gets' },
    ]);
  });
});

describe('readNotificationsConfig', () => {
  const read = (idleHours?: number) =>
    readNotificationsConfig(
      mockServices.rootConfig({
        data: { gpuCapacity: { notifications: { idleHours } } },
      }),
    );

  it('is 12 hours by default', () => {
    expect(read()).toEqual({ idleAfterMs: 12 * HOUR });
    expect(read(2)).toEqual({ idleAfterMs: 2 * HOUR });
  });

  it.each([0, -1, 721])('refuses %d hours', hours => {
    expect(() => read(hours)).toThrow(/idleHours/);
  });
});
