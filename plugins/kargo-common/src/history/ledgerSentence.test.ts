import type { LedgerEntry } from './ledgerEntry';
import { ledgerSentence } from './ledgerSentence';
import type { LedgerPromotion } from './LedgerPromotion';
import { promotionEntries } from './promotionEntries';
import { context, succeeded } from './__testUtils__/succeededPromotion';

const shared = {
  id: '1',
  controlPlane: 'platform',
  project: 'orders',
  stage: 'prod',
  freight: '76415fe6dee945e1',
  version: '1.8.3',
  subject: { kind: 'Request', name: 'r1' },
  at: '2026-11-21T10:00:00.000Z',
  timeBasis: 'recorded',
  actor: { kind: 'person', name: 'anna@example.com' },
  path: 'portal',
} as const;

const sentences = (overrides: Partial<LedgerPromotion>, more = {}) =>
  promotionEntries({ ...succeeded, ...overrides }, { ...context, ...more }).map(
    ledgerSentence,
  );

describe('ledgerSentence', () => {
  it('tells what Kargo did by itself', () => {
    expect(sentences({})).toEqual([
      'Kargo asked to promote 1.8.3 to uat, automatically, at 2026-11-21 10:00 UTC.',
      'The promotion of 1.8.3 to uat started, at 2026-11-21 10:01 UTC.',
      'Kargo promoted 1.8.3 to uat, automatically, at 2026-11-21 11:02 UTC.',
    ]);
  });

  it('tells what went around the portal, and what the stage had', () => {
    const told = sentences(
      { actor: 'kubernetes:anna@example.com' },
      { contentBefore: () => ({ version: '1.8.2' }) },
    );
    expect(told[0]).toBe(
      'anna@example.com asked to promote 1.8.3 to uat with kubectl, at 2026-11-21 10:00 UTC; this went around the portal.',
    );
    expect(told[2]).toBe(
      'anna@example.com promoted 1.8.3 to uat in place of 1.8.2 with kubectl, at 2026-11-21 11:02 UTC.',
    );
  });

  it.each([
    [
      'Failed',
      'The promotion of 1.8.3 to uat by Kargo failed, at 2026-11-21 11:02 UTC.',
    ],
    [
      'Errored',
      'The promotion of 1.8.3 to uat by Kargo ended with an error, at 2026-11-21 11:02 UTC.',
    ],
  ] as const)('tells a promotion that %s', (phase, told) => {
    expect(sentences({ phase }).at(-1)).toBe(told);
  });

  it('tells who aborted', () => {
    const annotations = {
      'kargo.akuity.io/abort': '{"action":"terminate","actor":"admin"}',
    };
    expect(
      sentences({ phase: 'Aborted', actor: 'email:anna', annotations }).at(-1),
    ).toBe(
      "The promotion of 1.8.3 to uat by anna was aborted by Kargo's admin account, at 2026-11-21 11:02 UTC.",
    );
  });

  const others: ReadonlyArray<[string, LedgerEntry]> = [
    [
      'Somebody approved 1.8.3 for prod, noticed at 2026-11-21 10:00 UTC; this went around the portal.',
      {
        ...shared,
        kind: 'freight-approved',
        actor: { kind: 'unknown' },
        path: 'unknown',
        timeBasis: 'observed',
        bypass: { reason: 'manual-approval', detail: 'by hand' },
      },
    ],
    [
      'The verification of 1.8.3 in prod was inconclusive, at 2026-11-21 10:00 UTC.',
      { ...shared, kind: 'verification-finished', outcome: 'inconclusive' },
    ],
    [
      'anna@example.com held prod at 1.8.3, so that Kargo does not promote by itself, at 2026-11-21 10:00 UTC.',
      { ...shared, kind: 'hold-set', origin: 'Warehouse/orders' },
    ],
    [
      'The hold of prod at 76415fe was released, at 2026-11-21 10:00 UTC.',
      {
        ...shared,
        version: undefined,
        kind: 'hold-released',
        origin: 'Warehouse/orders',
      },
    ],
    [
      'anna@example.com, with the agent reviewer asked for the approval of 1.8.3 to prod, at 2026-11-21 10:00 UTC, because: release train.',
      {
        ...shared,
        kind: 'approval-requested',
        requestId: 'r1',
        actor: { ...shared.actor, agent: 'reviewer' },
        reason: 'release train',
      },
    ],
    [
      'anna@example.com rejected the request for 1.8.3 to prod, at 2026-11-21 10:00 UTC.',
      {
        ...shared,
        kind: 'approval-decided',
        requestId: 'r1',
        decision: 'rejected',
      },
    ],
    [
      'anna@example.com used the approval of 1.8.3 to prod, at 2026-11-21 10:00 UTC.',
      { ...shared, kind: 'approval-used', requestId: 'r1' },
    ],
    [
      'anna@example.com overrode freeze, soak for 1.8.3 to prod, confirmed by a person, at 2026-11-21 10:00 UTC.',
      {
        ...shared,
        kind: 'override',
        controls: ['freeze', 'soak'],
        confirmedBy: { kind: 'person' },
      },
    ],
    [
      '1.8.3 did not get to prod: The pull request was closed, at 2026-11-21 10:00 UTC.',
      {
        ...shared,
        kind: 'diagnosis',
        subject: { kind: 'Promotion', name: 'prod.01k9' },
        rule: 'pull-request-closed',
        cause: 'The pull request was closed.',
      },
    ],
    [
      'anna@example.com asked the portal to promote 1.8.3 to prod, which it refused, at 2026-11-21 10:00 UTC.',
      {
        ...shared,
        kind: 'action',
        requestId: 'r1',
        action: 'promote',
        outcome: 'refused',
      },
    ],
  ];

  it.each(others)('tells: %s', (told, entry) => {
    expect(ledgerSentence(entry)).toBe(told);
  });
});
