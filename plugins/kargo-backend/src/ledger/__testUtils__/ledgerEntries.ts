import type { LedgerEntry, LedgerEntryOf } from '@fairway/plugin-kargo-common';

/** The entry of a promotion that was created, for tests. */
export function createdEntry(
  uid: string,
  more: Partial<LedgerEntryOf<'promotion-created'>> = {},
): LedgerEntry {
  return {
    id: `platform/${uid}:created`,
    kind: 'promotion-created',
    controlPlane: 'platform',
    project: 'orders',
    stage: 'uat',
    freight: 'f1',
    version: '1.8.3',
    subject: { kind: 'Promotion', name: `uat.${uid}`, uid },
    at: '2026-11-21T10:00:00.000Z',
    timeBasis: 'recorded',
    actor: { kind: 'automatic' },
    path: 'auto',
    ...more,
  };
}

/** The end of the same promotion, for tests. */
export function finishedEntry(
  uid: string,
  more: Partial<LedgerEntryOf<'promotion-finished'>> = {},
): LedgerEntry {
  const created = createdEntry(uid);
  return {
    ...created,
    id: `platform/${uid}:finished`,
    kind: 'promotion-finished',
    outcome: 'succeeded',
    at: '2026-11-21T10:05:00.000Z',
    ...more,
  };
}
