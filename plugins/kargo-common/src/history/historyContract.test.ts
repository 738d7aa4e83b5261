import {
  historyExportQuerySchema,
  historyQuerySchema,
} from './historyContract';
import { LEDGER_ENTRY_KINDS } from './ledgerEntry';
import { LEDGER_COLUMNS, ledgerRow } from './ledgerRow';
import { promotionEntries } from './promotionEntries';
import { context, succeeded } from './__testUtils__/succeededPromotion';

describe('historyQuerySchema', () => {
  it('takes one value and several, and pages by default', () => {
    expect(
      historyQuerySchema.parse({
        project: 'orders',
        stage: ['uat', 'prod'],
        kind: 'promotion-finished',
        onlyBypasses: 'true',
        from: '2026-11-01T00:00:00+01:00',
      }),
    ).toEqual({
      project: ['orders'],
      stage: ['uat', 'prod'],
      kind: ['promotion-finished'],
      onlyBypasses: true,
      from: '2026-11-01T00:00:00+01:00',
      limit: 50,
    });
  });

  it.each([
    ['an unknown kind', { kind: 'promotion-invented' }],
    ['a time that is none', { from: 'yesterday' }],
    ['a day without a time', { to: '2026-11-21' }],
    ['too large a page', { limit: '201' }],
    ['a page of nothing', { limit: '0' }],
    ['an unclear wish', { onlyBypasses: 'maybe' }],
    ['too many values', { stage: Array.from({ length: 101 }, () => 'uat') }],
    ['a nested value', { stage: { $gt: '' } }],
  ])('refuses %s', (_, query) => {
    expect(historyQuerySchema.safeParse(query).success).toBe(false);
  });

  it('exports CSV where nothing else is wanted', () => {
    expect(historyExportQuerySchema.parse({})).toEqual({ format: 'csv' });
  });
});

describe('ledgerRow', () => {
  it('fills the columns, and leaves empty what is not known', () => {
    const finished = promotionEntries(succeeded, context)[2];
    const row = Object.fromEntries(
      ledgerRow(finished).map((value, index) => [LEDGER_COLUMNS[index], value]),
    );
    expect(row).toMatchObject({
      id: 'platform/uid-1:finished',
      kind: 'promotion-finished',
      outcome: 'succeeded',
      actorKind: 'automatic',
      actor: '',
      beforeVersion: '',
      afterVersion: '1.8.3',
      bypass: '',
    });
  });

  it('knows thirteen kinds of entries', () => {
    expect(LEDGER_ENTRY_KINDS).toHaveLength(13);
    expect(new Set(LEDGER_ENTRY_KINDS).size).toBe(13);
  });
});
