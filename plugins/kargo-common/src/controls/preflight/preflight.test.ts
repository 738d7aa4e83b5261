import { requestOf } from '../approvals/approvals.fixture';
import { CONTROL_NAMES, type ControlName } from './control';
import { CONTROLS } from './controls';
import { preflight } from './preflight';
import {
  approvedRequest,
  classOf,
  clearInput,
  seen,
} from './preflight.fixture';
import type { PreflightInput } from './preflightInput';

type Change = Partial<PreflightInput>;

const check = (change: Change) => preflight({ ...clearInput, ...change });

const closed: Change = {
  window: seen({
    status: 'closed',
    until: '2026-11-23T07:00:00.000Z',
    causes: [
      {
        cause: 'freeze',
        rules: [
          {
            id: 'weekend',
            title: 'weekend',
            reason: undefined,
            owner: { type: 'config' },
          },
        ],
        until: '2026-11-23T07:00:00.000Z',
      },
    ],
    problems: [],
  }),
};

const execute: Change = {
  via: 'execute',
  executingEnabled: true,
  riskClass: classOf('application'),
};

const irreversible = seen({
  changes: ['orders 1.8.2 to 1.8.3'],
  irreversible: ['drops the column orders.legacy_id'],
});

/** Each blocks by just its control, with this sentence. */
const BLOCKING: ReadonlyArray<readonly [ControlName, Change, string]> = [
  [
    'execution-mode',
    { riskClass: classOf('infrastructure', { executionMode: 'view' }) },
    'Stages of the risk class infrastructure are only shown here; they are promoted elsewhere.',
  ],
  [
    'execution-mode',
    { ...execute, executingEnabled: false },
    'Carrying out promotions from Backstage is not switched on.',
  ],
  [
    'execution-mode',
    { via: 'execute', executingEnabled: true },
    'Promotions of the risk class infrastructure are handed off; Backstage does not carry them out.',
  ],
  [
    'executor',
    {
      ...execute,
      support: {
        supported: false,
        reason: 'You are not signed in to Kargo.',
        whoCanAct: 'caller',
      },
    },
    'You are not signed in to Kargo.',
  ],
  [
    'permission',
    { permission: seen({ allowed: false, needs: 'kargo.promotion.create' }) },
    'You may not do this here: it needs the permission kargo.promotion.create.',
  ],
  [
    'cluster-access',
    {
      ...execute,
      clusterAccess: seen({ allowed: false, needs: 'promote on stages/prod' }),
    },
    'The control plane emea does not let you: it needs promote on stages/prod.',
  ],
  [
    'availability',
    {
      availability: seen({
        available: false,
        reasons: ['not verified in uat', '12 minutes of soak are left'],
        availableAt: undefined,
        byManualApproval: false,
      }),
    },
    'The freight is not available to prod: not verified in uat; 12 minutes of soak are left.',
  ],
  [
    'verification',
    { verification: seen({ verified: false, latestPhase: 'Failed' }) },
    'The risk class infrastructure requires verification, and the freight is not verified (Failed).',
  ],
  [
    'soak',
    { soak: seen('PT48M') },
    'The risk class infrastructure requires 1 hour of soak; 12 minutes are left.',
  ],
  [
    'soak',
    { soak: seen(undefined) },
    'The risk class infrastructure requires 1 hour of soak, and the freight has been in no stage before.',
  ],
  ['window', closed, 'Frozen until Mon 07:00 UTC by rule weekend.'],
  [
    'approvals',
    { approvals: seen([]) },
    '2 people other than who asks must approve; no approval has been asked for.',
  ],
  [
    'approvals',
    { approvals: seen([requestOf()]) },
    '2 people other than who asks must approve; 0 did.',
  ],
  [
    'approvals',
    { approvals: seen([approvedRequest({ freight: 'other' })]) },
    '2 people other than who asks must approve; no approval has been asked for.',
  ],
  [
    'approvals',
    { now: '2026-11-22T12:00:00.000Z', approvals: seen([requestOf()]) },
    '2 people other than who asks must approve; no approval has been asked for.',
  ],
  [
    'approvals',
    { approvals: seen([requestOf({ freight: 'other' })]) },
    '2 people other than who asks must approve; no approval has been asked for.',
  ],
  [
    'approvals',
    { now: '2026-11-22T12:00:00.000Z' },
    '2 people other than who asks must approve; no approval has been asked for.',
  ],
  [
    'approvals',
    {
      riskClass: classOf('infrastructure', {
        approvers: { count: 3, groups: [] },
      }),
    },
    '3 people must approve by now, and the request was approved by 2; withdraw it and ask again.',
  ],
  [
    'hold',
    {
      hold: seen({
        freight: 'abc1234',
        actor: 'ada@example.com',
        since: '2026-11-20T10:00:00Z',
      }),
    },
    'ada@example.com holds the stage at freight abc1234 since 2026-11-20T10:00:00Z.',
  ],
  [
    'hold',
    { intent: 'resume' },
    'Auto-promotion of prod is not on hold; there is nothing to resume.',
  ],
  [
    'health',
    {
      ...execute,
      health: seen({ status: 'Unhealthy', issues: ['orders is Degraded'] }),
    },
    'The stage is Unhealthy: orders is Degraded.',
  ],
  [
    'health',
    { health: seen({ status: 'Unknown', issues: [] }) },
    'The stage is Unknown.',
  ],
  [
    'diff',
    { ...execute, diff: irreversible },
    'This cannot be undone (drops the column orders.legacy_id), but the risk class application counts on going back. Give the stage a class that does not.',
  ],
  [
    'queue',
    { queue: seen({ running: 'prod.01k9', pending: ['prod.01ka'] }) },
    'The promotion prod.01k9 is running, and 1 wait.',
  ],
  [
    'queue',
    { queue: seen({ running: undefined, pending: ['prod.01ka'] }) },
    '1 promotion waits for prod already: prod.01ka.',
  ],
  [
    'controller',
    {
      controller: seen({
        name: 'emea',
        alive: false,
        lastSeenAt: '2026-11-21T12:03:00Z',
      }),
    },
    'The controller emea is silent since 2026-11-21T12:03:00Z; a promotion would wait for it.',
  ],
];

/** Each lets through, though it is near to what blocks. */
const PASSING: ReadonlyArray<readonly [ControlName, Change]> = [
  ['execution-mode', execute],
  ['execution-mode', { ...execute, via: 'hand-off', executingEnabled: false }],
  ['executor', execute],
  [
    'executor',
    {
      support: {
        supported: false,
        reason: 'not by this way',
        whoCanAct: 'platform',
      },
    },
  ],
  ['permission', {}],
  ['cluster-access', execute],
  [
    'cluster-access',
    { clusterAccess: seen({ allowed: false, needs: 'promote' }) },
  ],
  ['availability', {}],
  ['verification', {}],
  [
    'verification',
    {
      ...execute,
      verification: seen({ verified: false, latestPhase: undefined }),
    },
  ],
  ['soak', { soak: seen('PT1H') }],
  ['soak', { ...execute, soak: seen(undefined) }],
  ['window', {}],
  ['approvals', {}],
  ['approvals', { ...execute, approvals: seen([]) }],
  [
    'hold',
    {
      hold: seen({ freight: '76415fe', actor: undefined, since: undefined }),
    },
  ],
  [
    'hold',
    {
      intent: 'resume',
      hold: seen({ freight: 'abc1234', actor: undefined, since: undefined }),
    },
  ],
  ['health', { health: seen({ status: 'NotApplicable', issues: [] }) }],
  ['health', { health: seen({ status: 'Progressing', issues: [] }) }],
  // Infrastructure is mended forward.
  ['health', { health: seen({ status: 'Unhealthy', issues: [] }) }],
  [
    'health',
    {
      ...execute,
      intent: 'rollback',
      health: seen({ status: 'Unhealthy', issues: [] }),
    },
  ],
  ['diff', { diff: irreversible }],
  ['diff', { diff: seen({ changes: [], irreversible: [] }) }],
  ['queue', {}],
  ['controller', {}],
  ['controller', { controller: seen('no-heartbeats') }],
];

const OBSERVATIONS = {
  permission: 'permission',
  clusterAccess: 'cluster-access',
  availability: 'availability',
  verification: 'verification',
  soak: 'soak',
  window: 'window',
  approvals: 'approvals',
  hold: 'hold',
  health: 'health',
  diff: 'diff',
  queue: 'queue',
  controller: 'controller',
} as const;

describe('preflight', () => {
  it('lets through what nothing stands against, and says which approval it uses', () => {
    expect(check({})).toEqual({
      decision: 'clear',
      blockers: [],
      warnings: [],
      overridden: [],
      uses: ['request-1'],
    });
  });

  it.each(BLOCKING)('is blocked by %s on %j', (control, change, message) => {
    const { decision, blockers } = check(change);
    expect(decision).toBe('blocked');
    expect(blockers.map(blocker => [blocker.control, blocker.message])).toEqual(
      [[control, message]],
    );
  });

  it.each(PASSING)('is let through by %s on %j', (_, change) => {
    expect(check(change)).toMatchObject({ decision: 'clear', blockers: [] });
  });

  it('has every control in both tables', () => {
    const names = [...CONTROL_NAMES].sort();
    const of = (rows: ReadonlyArray<readonly [ControlName, ...unknown[]]>) =>
      [...new Set(rows.map(([name]) => name))].sort();
    expect(of(BLOCKING)).toEqual(names);
    expect(of(PASSING)).toEqual(names);
    expect(CONTROLS.map(({ name }) => name)).toEqual(CONTROL_NAMES);
  });

  it.each(Object.entries(OBSERVATIONS))(
    'is blocked where %s is not known',
    (key, control) => {
      const strict = classOf('infrastructure', { executionMode: 'execute' });
      const { blockers } = check({
        via: 'execute',
        executingEnabled: true,
        riskClass: strict,
        [key]: {
          status: 'unknown',
          reason: 'the control plane does not answer',
        },
      });
      expect(blockers).toEqual([
        {
          control,
          message: expect.stringMatching(
            /is unknown: the control plane does not answer\.$/,
          ),
          value: 'unknown',
          whoCanAct: 'platform',
        },
      ]);
    },
  );

  it('is blocked by a calendar that cannot be read', () => {
    const { blockers } = check({
      window: seen({ status: 'unknown', problems: [] }),
    });
    expect(blockers).toMatchObject([{ control: 'window', value: 'unknown' }]);
  });

  it('warns of a part of the calendar that cannot be read', () => {
    const gap = 'The sync windows of orders-prod in Argo CD are unknown.';
    const { decision, warnings } = check({ calendarGaps: [gap] });
    expect(decision).toBe('clear');
    expect(warnings).toEqual([
      {
        control: 'window',
        message: gap,
        value: 'unknown',
        whoCanAct: 'platform',
      },
    ]);
    expect(check({ ...closed, calendarGaps: [gap] })).toMatchObject({
      decision: 'blocked',
      warnings: [{ message: gap }],
    });
  });

  it('tells everything at once, and until when', () => {
    const { blockers } = check({
      ...closed,
      soak: seen('PT48M'),
      approvals: seen([]),
      permission: seen({ allowed: false, needs: 'kargo.promotion.create' }),
      queue: seen({ running: 'prod.01k9', pending: [] }),
    });
    expect(
      blockers.map(({ control, until, whoCanAct }) => [
        control,
        until,
        whoCanAct,
      ]),
    ).toEqual([
      ['permission', undefined, 'platform'],
      // 13:00 and the 12 minutes that are left.
      ['soak', '2026-11-21T13:12:00.000Z', 'time'],
      ['window', '2026-11-23T07:00:00.000Z', 'time'],
      ['approvals', undefined, 'caller'],
      ['queue', undefined, 'owner'],
    ]);
  });

  it.each([
    [
      {
        availability: seen({
          available: true,
          reasons: [],
          availableAt: undefined,
          byManualApproval: true,
        }),
      },
      'availability',
    ],
    [
      { verification: seen({ verified: true, latestPhase: 'Failed' }) },
      'verification',
    ],
    [
      {
        window: seen({
          status: 'open' as const,
          until: '2026-11-21T13:59:00.000Z',
          closesBy: [],
          problems: [],
        }),
      },
      'window',
    ],
    [{ health: seen({ status: 'Progressing', issues: [] }) }, 'health'],
    [{ diff: seen({ changes: [], irreversible: [] }) }, 'diff'],
    [{ diff: irreversible }, 'diff'],
    [
      {
        intent: 'resume' as const,
        hold: seen({ freight: 'abc1234', actor: undefined, since: undefined }),
      },
      'hold',
    ],
  ])('warns of %j by %s', (change, control) => {
    expect(check(change).warnings).toMatchObject([{ control }]);
  });
});

describe('breaking the glass', () => {
  const glass = approvedRequest({ id: 'glass', purpose: 'break-glass' });

  it('passes over the process and says over what', () => {
    const result = check({
      ...closed,
      soak: seen('PT48M'),
      approvals: seen([glass]),
    });
    expect(result).toMatchObject({
      decision: 'clear',
      overridden: ['soak', 'window', 'approvals'],
      uses: ['glass'],
    });
    expect(result.warnings.map(({ control }) => control)).toEqual([
      'soak',
      'window',
      'approvals',
    ]);
  });

  it('is not used up where it is not needed', () => {
    expect(check({ approvals: seen([glass, approvedRequest()]) }).uses).toEqual(
      ['request-1'],
    );
  });

  it('gives nobody rights, and no way around Kargo', () => {
    const blockedBy = (change: Change) =>
      check({ approvals: seen([glass, approvedRequest()]), ...change })
        .decision;
    for (const [control, change] of BLOCKING) {
      const overridable = CONTROLS.find(
        ({ name }) => name === control,
      )?.overridable;
      expect(
        overridable || blockedBy(change) === 'blocked' ? control : undefined,
      ).toBe(control);
    }
    expect(
      CONTROLS.filter(({ overridable }) => !overridable).map(
        ({ name }) => name,
      ),
    ).toEqual([
      'execution-mode',
      'executor',
      'permission',
      'cluster-access',
      'availability',
      'controller',
    ]);
  });

  it('does not work alone, for another freight, or after its time', () => {
    const withGlass = (change: Change) =>
      check({ ...closed, ...change }).decision;
    const both = (request: typeof glass) => seen([request, approvedRequest()]);
    expect(withGlass({ approvals: both(glass) })).toBe('clear');
    expect(
      withGlass({ approvals: both(requestOf({ purpose: 'break-glass' })) }),
    ).toBe('blocked');
    expect(
      withGlass({
        approvals: both(
          approvedRequest({ purpose: 'break-glass', freight: 'other' }),
        ),
      }),
    ).toBe('blocked');
    expect(
      withGlass({ approvals: both(glass), now: '2026-11-22T12:00:00.000Z' }),
    ).toBe('blocked');
  });
});
