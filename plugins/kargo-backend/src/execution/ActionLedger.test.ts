import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import { ActionLedger } from './ActionLedger';

const NOW = new Date('2026-11-21T12:00:00.000Z');

describe('ActionLedger', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('puts the end after the beginning, also where both come within a millisecond', async () => {
    const written: LedgerEntry[] = [];
    const ledger = new ActionLedger({
      store: {
        append: async (entries: readonly LedgerEntry[]) => {
          written.push(...entries);
          return [...entries];
        },
        findByIds: async () => [],
      },
    });
    const checked = {
      decision: 'clear',
      blockers: [],
      warnings: [],
      overridden: [],
      riskClass: 'application',
    } as const;
    const action = {
      caller: {
        kind: 'user',
        ref: 'user:default/ada',
        ownershipRefs: [],
      },
      reason: 'The fix for the cart',
      requestId: '5b1f',
      target: {
        subject: { kind: 'Stage', name: 'prod' },
        action: 'promote',
        controlPlane: 'emea',
        project: 'orders',
        stage: 'prod',
        check: async () => checked,
      },
    } as const;
    const begunAt = await ledger.begin(action, checked);
    await ledger.end(action, checked, {
      status: 'refused',
      reason: 'Kargo says no.',
      begunAt,
    });
    expect(
      written.map(entry => [
        'outcome' in entry ? entry.outcome : undefined,
        entry.at,
      ]),
    ).toEqual([
      ['requested', '2026-11-21T12:00:00.000Z'],
      ['refused', '2026-11-21T12:00:00.001Z'],
    ]);
  });
});
