import {
  collection,
  freight,
  ORIGIN,
  promotionRow,
  request,
  stage,
  verified,
} from '../__fixtures__/pipelineObjects';
import type { StageSituation } from './StageSituation';
import { obstacleSentence } from './obstacleSentence';
import { whyNotFurther } from './whyNotFurther';

const at = new Date('2026-11-21T12:00:00Z');
const uat = stage('uat');
const prod = stage('prod', ['uat']);
const ready = freight('1.0.1', { verifiedIn: [verified('uat')] });

function look(overrides: Partial<StageSituation> = {}) {
  const item = overrides.freight ?? ready;
  return whyNotFurther({
    stage: prod,
    freight: item,
    at,
    stages: [uat, prod],
    allFreight: [item],
    promotions: [],
    ...overrides,
  });
}

function sentences(overrides: Partial<StageSituation> = {}): string[] {
  const progress = look(overrides);
  return progress.status === 'arrived'
    ? []
    : progress.obstacles.map(obstacle => obstacleSentence(obstacle, at));
}

describe('whyNotFurther', () => {
  it('finds nothing in the way of what Kargo promotes by itself', () => {
    expect(look()).toEqual({ status: 'ready', byItself: true, obstacles: [] });
  });

  it('knows what has arrived', () => {
    expect(
      look({ stage: { ...prod, history: [collection('1.0.1')] } }),
    ).toEqual({ status: 'arrived' });
  });

  it('says what runs', () => {
    expect(
      look({ promotions: [promotionRow('prod.1', { phase: 'Running' })] }),
    ).toEqual({ status: 'promoting', promotion: 'prod.1', obstacles: [] });
  });

  it.each<[string, Partial<StageSituation>, string[]]>([
    [
      'a stage before in which it has not been',
      { freight: freight('1.0.1') },
      ['it has not been in uat'],
    ],
    [
      'a verification that runs',
      {
        freight: freight('1.0.1', {
          currentlyIn: [{ stage: 'uat', since: undefined }],
        }),
        stages: [{ ...uat, verification: 'Running' }, prod],
      },
      ['not verified in uat: its verification there is running'],
    ],
    [
      'that it was replaced before it was verified',
      {
        freight: freight('1.0.1'),
        stages: [
          { ...uat, history: [collection('1.0.2'), collection('1.0.1')] },
          prod,
        ],
        allFreight: [
          freight('1.0.2', {
            currentlyIn: [{ stage: 'uat', since: undefined }],
          }),
        ],
      },
      ['it left uat before it was verified there, when 1.0.2 came'],
    ],
    [
      'the soak time that is left',
      {
        stage: {
          ...prod,
          requests: [request({ stages: ['uat'], requiredSoakSeconds: 3600 })],
        },
        freight: freight('1.0.1', {
          verifiedIn: [verified('uat')],
          currentlyIn: [{ stage: 'uat', since: '2026-11-21T11:12:00Z' }],
        }),
      },
      ['12 min of soak left in uat'],
    ],
    [
      'the promotions before it',
      {
        promotions: [
          promotionRow('prod.2', { freight: '1.0.0', phase: 'Pending' }),
          promotionRow('prod.1', { freight: '0.9.0', phase: 'Running' }),
          promotionRow('prod.3', { phase: 'Pending' }),
        ],
      },
      [
        'waiting behind promotion prod.1, which is running',
        'waiting behind promotion prod.2, which is pending',
      ],
    ],
    [
      'that what is there is being verified',
      { stage: { ...prod, history: [collection('1.0.0', ['Running'])] } },
      ['what is there is being verified (running)'],
    ],
    [
      'that what is there has to be verified',
      { stage: { ...prod, history: [collection('1.0.0')] } },
      ['what is there has to be verified first'],
    ],
    [
      'a hold, by whom and since when',
      {
        stage: {
          ...prod,
          holds: [
            {
              origin: ORIGIN,
              freight: '1.0.0',
              promotion: undefined,
              actor: 'email:anna@example.com',
              createdAt: '2026-11-21T09:00:00Z',
            },
          ],
        },
      },
      ['auto-promotion is on hold by anna@example.com for 3 h'],
    ],
    [
      'that somebody has to do it',
      { stage: { ...prod, autoPromotion: false } },
      ['somebody has to promote it: auto-promotion is off'],
    ],
    [
      'a newer one that auto-promotion prefers',
      {
        allFreight: [
          ready,
          freight('1.0.2', {
            discoveredAt: '2026-11-21T09:00:00Z',
            verifiedIn: [verified('uat')],
          }),
        ],
      },
      ['auto-promotion takes the newer 1.0.2'],
    ],
    [
      'a failure that Kargo does not repeat',
      {
        promotions: [
          promotionRow('prod.1'),
          promotionRow('prod.2', { phase: 'Errored' }),
        ],
      },
      ['its last promotion errored; Kargo does not repeat it by itself'],
    ],
    [
      'a closed window',
      { closedWindow: { rule: 'year-end', until: '2026-11-23T08:00:00Z' } },
      ['frozen by year-end for another 1 d 20 h'],
    ],
    [
      'approvals, and from whom',
      { missingApprovals: { missing: 2, from: ['payments-leads'] } },
      ['needs 2 approvals from payments-leads'],
    ],
    [
      'a silent controller',
      {
        stage: { ...prod, shard: 'eu' },
        controllers: [
          { shard: 'eu', renewedAt: '2026-11-21T11:30:00Z', ttlSeconds: 120 },
        ],
      },
      ['the controller of shard eu is silent since 30 min'],
    ],
    [
      'a right that is missing',
      { missingPermission: 'kargo.promotion.create' },
      ['you may not promote it: you lack kargo.promotion.create'],
    ],
    [
      'promotions that cannot be read',
      { promotions: undefined },
      ['unknown: the promotions cannot be read'],
    ],
    [
      'freight of another warehouse',
      { freight: freight('1.0.1', { origin: 'Warehouse/other' }) },
      ['the stage takes no freight of this warehouse'],
    ],
  ])('says %s', (_, overrides, expected) => {
    expect(sentences(overrides)).toEqual(expected);
  });

  // Seen in the demo: 1.3.0 soaked while 1.2.0 could go, and was called newer.
  it('does not call an older candidate newer', () => {
    const older = freight('1.0.0', {
      discoveredAt: '2026-11-20T09:00:00Z',
      verifiedIn: [verified('uat')],
    });
    expect(
      sentences({ freight: freight('1.0.1'), allFreight: [older] }),
    ).toEqual(['it has not been in uat']);
  });

  it('lets an unhealthy stage be mended at once', () => {
    expect(
      look({
        stage: {
          ...prod,
          health: 'Unhealthy',
          history: [collection('1.0.0')],
        },
      }),
    ).toMatchObject({ status: 'ready' });
  });

  it('says everything, not the first thing', () => {
    expect(
      sentences({
        freight: freight('1.0.1'),
        closedWindow: { rule: 'year-end', until: undefined },
        stage: { ...prod, autoPromotion: false },
      }),
    ).toEqual([
      'it has not been in uat',
      'frozen by year-end, without a known end',
      'somebody has to promote it: auto-promotion is off',
    ]);
  });

  it('takes what only stops auto-promotion as ready for a person', () => {
    expect(look({ stage: { ...prod, autoPromotion: false } })).toMatchObject({
      status: 'ready',
      byItself: false,
    });
  });

  it('leads a promotion that waits for review to its pull request', () => {
    const output = {
      pullRequest: undefined,
      commit: undefined,
      branch: undefined,
      links: [],
    };
    const step = {
      message: undefined,
      finishedAt: undefined,
      errorCount: 0,
      continueOnError: false,
    };
    const progress = look({
      promotions: [promotionRow('prod.1', { phase: 'Running' })],
      running: {
        ...promotionRow('prod.1', { phase: 'Running' }),
        version: '1.0.1',
        message: undefined,
        annotations: {},
        startedAt: undefined,
        finishedAt: undefined,
        steps: [
          {
            ...step,
            name: 'open',
            uses: 'git-open-pr',
            status: 'Succeeded',
            startedAt: undefined,
            output: {
              ...output,
              pullRequest: {
                id: 7,
                url: 'https://git.example.com/pr/7',
                open: true,
                merged: undefined,
              },
            },
          },
          {
            ...step,
            name: 'wait',
            uses: 'git-wait-for-pr',
            status: 'Running',
            startedAt: '2026-11-18T12:00:00Z',
            output,
          },
        ],
      },
    });
    expect(progress).toEqual({
      status: 'promoting',
      promotion: 'prod.1',
      obstacles: [
        {
          stops: 'promotion',
          kind: 'waiting-for-review',
          url: 'https://git.example.com/pr/7',
          since: '2026-11-18T12:00:00Z',
        },
      ],
    });
  });
});
