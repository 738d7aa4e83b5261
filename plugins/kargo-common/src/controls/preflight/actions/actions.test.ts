import { requestOf } from '../../approvals/approvals.fixture';
import type { ControlName } from '../control';
import type { Decision } from '../decide';
import { approvedRequest, classOf, seen } from '../preflight.fixture';
import { preflightAbort, type AbortInput } from './abort';
import type { ActionBasis } from './actionBasis';
import {
  preflightApproveFreight,
  type ApproveFreightInput,
} from './approveFreight';
import { preflightBasis } from './basis';
import { preflightReverify, type ReverifyInput } from './reverify';

const { binding } = requestOf();

const basis: ActionBasis = {
  binding,
  riskClass: classOf('application'),
  executingEnabled: true,
  via: 'execute',
  support: { supported: true },
  permission: seen({ allowed: true, needs: 'kargo.promotion.abort' }),
  clusterAccess: seen({ allowed: true, needs: 'promote on stages/prod' }),
};

const abort: AbortInput = {
  ...basis,
  promotion: seen({ name: 'prod.01k9', phase: 'Running', finished: false }),
};

const reverify: ReverifyInput = {
  ...basis,
  stage: 'prod',
  latest: seen({ id: 'v1', phase: 'Failed' }),
};

const approve: ApproveFreightInput = {
  ...basis,
  binding,
  now: '2026-11-21T13:00:00.000Z',
  approvals: seen([]),
  soak: seen(undefined),
  verification: seen({ verified: false, latestPhase: undefined }),
  availability: seen({ requested: true, available: false }),
};

const unknown = { status: 'unknown', reason: 'nobody answers' } as const;

const infrastructure = classOf('infrastructure', { executionMode: 'execute' });

const PREFLIGHTS = {
  abort: (change: object) => preflightAbort({ ...abort, ...change }),
  refresh: (change: object) => preflightBasis({ ...basis, ...change }),
  reverify: (change: object) => preflightReverify({ ...reverify, ...change }),
  'approve-freight': (change: object) =>
    preflightApproveFreight({ ...approve, ...change }),
} satisfies Record<string, (change: object) => Decision>;

type Action = keyof typeof PREFLIGHTS;

const ACTIONS: readonly Action[] = [
  'abort',
  'refresh',
  'reverify',
  'approve-freight',
];

type Blocking = readonly [ControlName, object, string];

/** Of every action. */
const BASIC: readonly Blocking[] = [
  [
    'execution-mode',
    { executingEnabled: false },
    'Carrying out promotions from Backstage is not switched on.',
  ],
  [
    'executor',
    {
      support: {
        supported: false,
        reason: 'Kubernetes would have to let you change the stage itself.',
        whoCanAct: 'platform',
      },
    },
    'Kubernetes would have to let you change the stage itself.',
  ],
  [
    'permission',
    { permission: seen({ allowed: false, needs: 'kargo.promotion.abort' }) },
    'You may not do this here: it needs the permission kargo.promotion.abort.',
  ],
  [
    'cluster-access',
    { clusterAccess: seen({ allowed: false, needs: 'patch on promotions' }) },
    'The control plane emea does not let you: it needs patch on promotions.',
  ],
  [
    'cluster-access',
    { clusterAccess: unknown },
    'Your access on the control plane emea is unknown: nobody answers.',
  ],
];

const OWN: ReadonlyArray<readonly [Action, ...Blocking]> = [
  [
    'abort',
    'queue',
    { promotion: seen({ name: 'prod.01k9', phase: 'Failed', finished: true }) },
    'The promotion prod.01k9 has ended already (Failed); there is nothing to abort.',
  ],
  [
    'abort',
    'queue',
    { promotion: unknown },
    'Whether the promotion runs is unknown: nobody answers.',
  ],
  [
    'reverify',
    'verification',
    { latest: seen(undefined) },
    'prod has no verification that could be repeated.',
  ],
  [
    'reverify',
    'verification',
    { latest: seen({ id: 'v1', phase: 'Running' }) },
    'A verification of prod is Running already.',
  ],
  [
    'approve-freight',
    'availability',
    { availability: seen({ requested: true, available: true }) },
    'The freight is available to prod already; promote it.',
  ],
  [
    'approve-freight',
    'availability',
    { availability: seen({ requested: false, available: false }) },
    'prod takes no freight of this warehouse; an approval would not help.',
  ],
  [
    'approve-freight',
    'verification',
    {
      riskClass: {
        ...infrastructure,
        minimumSoak: 'PT0S',
        approvers: { count: 0, groups: [] },
      },
    },
    'The risk class infrastructure requires verification, and the freight is not verified.',
  ],
  [
    'approve-freight',
    'soak',
    {
      riskClass: classOf('application', { minimumSoak: 'PT1H' }),
      soak: seen('PT20M'),
    },
    'The risk class application requires 1 hour of soak; 40 minutes are left.',
  ],
  [
    'approve-freight',
    'approvals',
    {
      riskClass: classOf('application', {
        approvers: { count: 1, groups: [] },
      }),
    },
    '1 person other than who asks must approve; no approval has been asked for.',
  ],
];

const LET_THROUGH: ReadonlyArray<readonly [Action, object]> = [
  ['abort', {}],
  [
    'abort',
    {
      promotion: seen({ name: 'prod.01k9', phase: 'Pending', finished: false }),
    },
  ],
  // Stopping is no change that a class slows down.
  ['abort', { riskClass: infrastructure }],
  ['refresh', {}],
  ['reverify', {}],
  ['reverify', { latest: seen({ id: 'v1', phase: 'Successful' }) }],
  ['approve-freight', {}],
  [
    'approve-freight',
    {
      riskClass: infrastructure,
      verification: seen({ verified: true, latestPhase: 'Successful' }),
      soak: seen('PT1H'),
      approvals: seen([approvedRequest()]),
    },
  ],
];

describe('preflight of actions', () => {
  it.each(
    ACTIONS.flatMap(action =>
      BASIC.map(
        ([control, change, message]) =>
          [action, control, change, message] as const,
      ),
    ),
  )('of %s is blocked by %s on %j', (action, control, change, message) => {
    const { decision, blockers } = PREFLIGHTS[action](change);
    expect(decision).toBe('blocked');
    expect(blockers.map(found => [found.control, found.message])).toEqual([
      [control, message],
    ]);
  });

  it.each(OWN)(
    'of %s is blocked by %s on %j',
    (action, control, change, message) => {
      const { decision, blockers } = PREFLIGHTS[action](change);
      expect(decision).toBe('blocked');
      expect(blockers.map(found => [found.control, found.message])).toEqual([
        [control, message],
      ]);
    },
  );

  it.each(LET_THROUGH)('of %s lets through %j', (action, change) => {
    expect(PREFLIGHTS[action](change)).toMatchObject({
      decision: 'clear',
      blockers: [],
    });
  });

  it('tells everything at once', () => {
    const { blockers } = preflightAbort({
      ...abort,
      executingEnabled: false,
      permission: seen({ allowed: false, needs: 'kargo.promotion.abort' }),
      promotion: unknown,
    });
    expect(blockers.map(({ control }) => control)).toEqual([
      'execution-mode',
      'permission',
      'queue',
    ]);
  });

  it('lets broken glass pass over what a class wants of freight, and over nothing else', () => {
    const glass = approvedRequest({ id: 'glass', purpose: 'break-glass' });
    const strict = { riskClass: infrastructure, approvals: seen([glass]) };
    expect(PREFLIGHTS['approve-freight'](strict)).toMatchObject({
      decision: 'clear',
      overridden: ['verification', 'soak', 'approvals'],
    });
    expect(
      PREFLIGHTS['approve-freight']({
        ...strict,
        availability: seen({ requested: true, available: true }),
        permission: seen({ allowed: false, needs: 'kargo.freight.approve' }),
      }).blockers.map(({ control }) => control),
    ).toEqual(['permission', 'availability']);
  });
});
