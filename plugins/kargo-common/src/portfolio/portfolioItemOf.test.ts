import {
  collection,
  promotionRow,
  stage,
} from '../__fixtures__/pipelineObjects';
import type { Freight } from '../model/freight';
import type { Stage } from '../model/stage';
import { found, holding, project } from './portfolio.fixture';
import { portfolioItemSchema } from './portfolioItem';
import { portfolioItemOf, unknownItemOf } from './portfolioItemOf';

const old = found('1.8.2', '2026-11-20T08:00:00Z', {
  currentlyIn: [{ stage: 'prod', since: '2026-11-20T09:00:00Z' }],
  verifiedIn: [
    {
      stage: 'test',
      verifiedAt: '2026-11-20T08:30:00Z',
      longestSoakSeconds: undefined,
    },
  ],
});
/** In test for an hour, verified 50 minutes ago. */
const fresh = found('1.8.3', '2026-11-21T10:55:00Z', {
  currentlyIn: [{ stage: 'test', since: '2026-11-21T11:00:00Z' }],
  verifiedIn: [
    {
      stage: 'test',
      verifiedAt: '2026-11-21T11:10:00Z',
      longestSoakSeconds: undefined,
    },
  ],
});

function verification(phase: string, startedAt: string, finishedAt?: string) {
  return {
    ...collection('1.8.2'),
    verifications: [
      {
        ...collection('1.8.2', [phase]).verifications[0],
        startedAt,
        finishedAt,
      },
    ],
  };
}

interface Case {
  readonly stages: readonly Stage[];
  readonly freight?: readonly Freight[];
  readonly promotions?: ReturnType<typeof promotionRow>[];
  readonly controllers?: Parameters<typeof project>[0]['controllers'];
}

function look({
  stages,
  freight = [old, fresh],
  promotions,
  controllers,
}: Case) {
  return portfolioItemOf(
    project({
      stages,
      freight,
      controllers,
      promotions: new Map(promotions ? [['prod', promotions]] : []),
    }),
  );
}

const test = holding('test', '1.8.3');
const prod = (overrides: Partial<Stage> = {}) =>
  holding('prod', '1.8.2', ['test'], overrides);
const running = promotionRow('prod.01', {
  freight: '1.8.3',
  phase: 'Running',
  createdAt: '2026-11-21T11:45:00Z',
});
const silent = [
  { shard: undefined, renewedAt: '2026-11-21T10:00:00Z', ttlSeconds: 120 },
];

describe('portfolioItemOf', () => {
  it.each<[string, Case, object]>([
    [
      'a promotion that failed',
      {
        stages: [
          test,
          prod({
            phase: 'failed',
            phaseMessage:
              'step "push" errored: https://bot:hunter2@git.example.com refused.',
            lastPromotion: {
              name: 'prod.01',
              freight: '1.8.3',
              phase: 'Errored',
              message: undefined,
              finishedAt: '2026-11-21T11:30:00Z',
              steps: [],
            },
          }),
        ],
      },
      {
        state: 'failed',
        reason: expect.stringMatching(
          /^The stage prod failed: step "push" errored: /,
        ),
        since: '2026-11-21T11:30:00Z',
      },
    ],
    [
      'a verification that failed',
      {
        stages: [
          test,
          prod({
            phase: 'failed',
            history: [
              verification(
                'Failed',
                '2026-11-21T09:00:00Z',
                '2026-11-21T09:05:00Z',
              ),
            ],
          }),
        ],
      },
      {
        state: 'failed',
        reason: 'The last step of prod failed.',
        since: '2026-11-21T09:05:00Z',
      },
    ],
    [
      'an application that is not well',
      {
        stages: [
          test,
          prod({ health: 'Unhealthy', healthIssues: ['2 of 3 pods crash'] }),
        ],
      },
      {
        state: 'failed',
        reason: 'The stage prod is unhealthy: 2 of 3 pods crash.',
      },
    ],
    [
      'a silent controller, which makes nothing look failed',
      {
        stages: [test, prod({ health: 'Unhealthy' })],
        controllers: silent,
      },
      {
        state: 'unknown',
        reason:
          'How test is cannot be said: the controller is silent since 2 h.',
        since: '2026-11-21T10:00:00Z',
      },
    ],
    [
      'a failure before the controller went silent',
      {
        stages: [test, prod({ phase: 'failed' })],
        controllers: silent,
      },
      {
        state: 'failed',
        reason:
          'The last step of prod failed; the controller is silent since 2 h, so this may be old.',
      },
    ],
    [
      'a promotion that runs for 15 of 30 minutes',
      { stages: [test, prod({ phase: 'promoting' })], promotions: [running] },
      {
        state: 'moving',
        reason: '1.8.3 is being promoted to prod.',
        since: '2026-11-21T11:45:00Z',
      },
    ],
    [
      'a promotion that runs for 31 of 30 minutes',
      {
        stages: [
          test,
          prod({ phase: 'promoting', steps: ['git-wait-for-pr'] }),
        ],
        promotions: [{ ...running, createdAt: '2026-11-21T11:29:00Z' }],
      },
      {
        state: 'stuck',
        reason:
          'A promotion to prod is not done after 31 min, longer than the 30 min of the class application; its pull request may wait for review.',
        since: '2026-11-21T11:29:00Z',
      },
    ],
    [
      'a promotion that does not begin',
      {
        stages: [test, prod()],
        promotions: [
          { ...running, phase: 'Pending', createdAt: '2026-11-21T11:00:00Z' },
        ],
      },
      {
        state: 'stuck',
        reason:
          'A promotion to prod has not begun after 1 h, longer than the 30 min of the class application.',
      },
    ],
    [
      'a verification that does not end',
      {
        stages: [
          test,
          prod({
            phase: 'verifying',
            history: [verification('Running', '2026-11-21T10:00:00Z')],
          }),
        ],
      },
      {
        state: 'stuck',
        reason:
          'The verification in prod is not done after 2 h, longer than the 30 min of the class application.',
      },
    ],
    [
      'a verification that goes on',
      {
        stages: [
          holding('test', '1.8.2'),
          prod({
            phase: 'verifying',
            history: [verification('Running', '2026-11-21T11:50:00Z')],
          }),
        ],
        freight: [old],
      },
      {
        state: 'moving',
        reason: '1.8.2 is being verified in prod.',
        since: '2026-11-21T11:50:00Z',
      },
    ],
    [
      'freight that Kargo should have promoted 50 minutes ago',
      { stages: [test, prod()] },
      {
        state: 'stuck',
        reason:
          '1.8.3 should go to prod by itself and has not after 50 min, longer than the 30 min of the class application.',
        since: '2026-11-21T11:10:00.000Z',
      },
    ],
    [
      'freight that Kargo may promote since ten minutes, when prod was done with the one before',
      {
        stages: [
          test,
          prod({
            lastPromotion: {
              name: 'prod.00',
              freight: '1.8.2',
              phase: 'Succeeded',
              message: undefined,
              finishedAt: '2026-11-21T11:50:00Z',
              steps: [],
            },
          }),
        ],
      },
      { state: 'moving', reason: '1.8.3 goes to prod by itself now.' },
    ],
    [
      'freight that somebody has to promote',
      { stages: [test, prod({ autoPromotion: false })] },
      {
        state: 'waiting',
        reason:
          '1.8.3 may go to prod: somebody has to promote it: auto-promotion is off.',
        since: '2026-11-21T11:10:00.000Z',
      },
    ],
    [
      'freight that soaks, though somebody has to promote it later',
      {
        stages: [
          test,
          prod({
            autoPromotion: false,
            requests: [
              { ...prod().requests[0], requiredSoakSeconds: 2 * 3600 },
            ],
          }),
        ],
      },
      {
        state: 'moving',
        reason:
          '1.8.3 is not in prod yet: 1 h of soak left in test; somebody has to promote it: auto-promotion is off.',
      },
    ],
    [
      'a phase that Kargo has made up since',
      {
        stages: [holding('test', '1.8.2'), prod({ phase: 'unknown' })],
        freight: [old],
      },
      { state: 'unknown', reason: 'Kargo does not say what prod is doing.' },
    ],
    [
      'nothing to do',
      {
        stages: [holding('test', '1.8.3'), holding('prod', '1.8.3', ['test'])],
        freight: [fresh],
      },
      {
        state: 'steady',
        reason: 'Production has 1.8.3, and nothing newer is on its way.',
        since: undefined,
      },
    ],
  ])('of %s', (_, options, expected) => {
    const item = look(options);
    expect(item).toMatchObject(expected);
    expect(portfolioItemSchema.parse(item)).toEqual(item);
  });

  it('keeps secrets to itself', () => {
    const failed = {
      phase: 'failed',
      phaseMessage: 'push to https://bot:hunter2@git.example.com failed',
    } as const;
    const { reason } = look({ stages: [test, prod(failed)] });
    expect(reason).toContain('git.example.com');
    expect(reason).not.toContain('hunter2');
  });

  it('says what the entity, its versions and its stages are', () => {
    const item = look({
      stages: [
        test,
        prod({ autoPromotion: false, shard: 'emea' }),
        stage('sandbox', ['test']),
        stage('gate', ['test'], { controlFlow: true, upstream: ['test'] }),
      ],
    });
    expect(item).toMatchObject({
      entityRef: 'component:default/orders',
      title: 'Orders',
      owner: 'group:default/payments',
      controlPlane: { name: 'platform', title: 'Platform' },
      newestVersion: '1.8.3',
      productionVersions: ['1.8.2'],
      // The sandbox should have got 1.8.3 by itself for 50 min, which counts as a thing to look at.
      stages: { good: 1, attention: 2, bad: 0, busy: 0, unknown: 0 },
      riskClass: 'application',
      riskClassAssumed: undefined,
      shards: ['default', 'emea'],
      state: 'stuck',
      moreReasons: 1,
    });
  });

  it('takes the strictest class where nobody has set one, and allows what it allows', () => {
    const stages = [test, prod({ phase: 'promoting' })];
    const promotions = new Map([
      ['prod', [{ ...running, createdAt: '2026-11-21T10:00:00Z' }]],
    ]);
    const item = portfolioItemOf(
      project({ stages, promotions }, { riskAnnotation: undefined }),
    );
    expect(item).toMatchObject({
      riskClass: 'migration',
      riskClassAssumed: true,
      state: 'moving',
    });
  });

  it('does not know what it may not read', () => {
    const item = portfolioItemOf(
      project({
        stages: [test, prod()],
        freight: [old, fresh],
        promotions: undefined,
      }),
    );
    expect(item).toMatchObject({
      state: 'unknown',
      reason:
        'Whether 1.8.3 goes to prod is not known: the promotions cannot be read.',
    });
  });

  it('looks at the stages of the entity only', () => {
    const item = portfolioItemOf(
      project(
        { stages: [test, prod({ phase: 'failed' })], freight: [fresh] },
        { stageNames: ['test'] },
      ),
    );
    expect(item).toMatchObject({
      state: 'steady',
      stages: { good: 1, bad: 0 },
      productionVersions: [],
    });
  });

  it('says that a warehouse of its stages finds nothing', () => {
    const problem = {
      reason: 'DiscoveryFailed',
      message: 'Unable to discover artifacts: 401',
      since: '2026-11-21T09:00:00Z',
    };
    const stages = [holding('test', '1.8.3')];
    const broken = (name: string) =>
      portfolioItemOf(
        project(
          { stages, freight: [fresh] },
          { warehouses: [{ name, shard: undefined, problem }] },
        ),
      );
    expect(broken('orders')).toMatchObject({
      state: 'failed',
      reason:
        'The warehouse orders finds nothing new: Unable to discover artifacts: 401.',
      since: '2026-11-21T09:00:00Z',
    });
    expect(broken('other')).toMatchObject({ state: 'steady' });
  });

  it.each([
    [
      { status: 'loading' as const },
      'Platform is being read for the first time.',
    ],
    [
      { status: 'unobserved' as const, reason: 'stages may not be listed' },
      'The stages on Platform are not observed: stages may not be listed.',
    ],
    [
      { status: 'stale' as const, error: 'connection refused' },
      'Platform could never be read: connection refused.',
    ],
    [
      {
        status: 'stale' as const,
        since: '2026-11-21T11:00:00Z',
        error: 'connection refused',
      },
      'Platform could not be read for 1 h: connection refused; before that, the last step of prod failed.',
    ],
  ])('does not take %j for the present', (freshness, reason) => {
    const stages =
      'since' in freshness ? [test, prod({ phase: 'failed' })] : [];
    expect(portfolioItemOf(project({ stages }, { freshness }))).toMatchObject({
      state: 'unknown',
      reason,
    });
  });

  it('bears with a watch that broke a minute ago', () => {
    const item = portfolioItemOf(
      project(
        { stages: [test, prod({ phase: 'failed' })] },
        {
          freshness: {
            status: 'stale',
            since: '2026-11-21T11:59:00Z',
            error: 'connection refused',
          },
        },
      ),
    );
    expect(item.state).toBe('failed');
  });

  it('says that there are no stages, or not those of the entity', () => {
    expect(portfolioItemOf(project({ stages: [] })).reason).toBe(
      'Platform has no stages in the project orders.',
    );
    expect(
      portfolioItemOf(project({ stages: [test] }, { stageNames: ['prod'] }))
        .reason,
    ).toBe(
      'The project orders on Platform has none of the stages of the entity.',
    );
  });
});

describe('unknownItemOf', () => {
  it('keeps an entity of whose project nothing is known', () => {
    const item = unknownItemOf({
      entity: project({}).entity,
      project: 'nowhere',
      reason: 'No control plane has the project nowhere.',
    });
    expect(portfolioItemSchema.parse(item)).toEqual(item);
    expect(item).toMatchObject({
      state: 'unknown',
      controlPlane: undefined,
      productionVersions: [],
    });
  });
});
