import { ledgerEntrySchema } from './ledgerEntry';
import { closingIds, ledgerThread, vanishedEntry } from './ledgerThread';
import { promotionEntries } from './promotionEntries';
import { stageEntries } from './stageEntries';
import { context, succeeded } from './__testUtils__/succeededPromotion';

const [created, started, finished] = promotionEntries(
  { ...succeeded, actor: 'kubernetes:anna' },
  context,
);
const [held] = stageEntries(
  {
    project: 'orders',
    name: 'uat',
    holds: [
      {
        origin: 'Warehouse/orders',
        freight: 'f0',
        promotion: 'uat.01k8.f0',
        actor: 'email:anna@example.com',
      },
    ],
  },
  context,
);

describe('ledgerThread', () => {
  it('joins the beginning of a promotion with its end', () => {
    const key = 'platform/uid-1';
    expect(ledgerThread(created)).toEqual({ key, role: 'opens' });
    expect(ledgerThread(started)).toBeUndefined();
    expect(ledgerThread(finished)).toEqual({ key, role: 'closes' });
    expect(closingIds(key)).toContain(finished.id);
  });

  it.each([
    ['a promotion', created],
    ['a hold', held],
  ])('ends %s that is gone under an id of its own', (_, opening) => {
    const last = vanishedEntry(opening, { observedAt: '2026-11-23T00:00:00Z' });
    const thread = ledgerThread(opening);
    expect(last && ledgerThread(last)).toEqual({
      key: thread?.key,
      role: 'closes',
    });
    expect(closingIds(thread?.key ?? '')).toContain(last?.id);
    expect(last).toMatchObject({
      at: '2026-11-23T00:00:00.000Z',
      timeBasis: 'observed',
    });
    expect(last?.id).not.toBe(opening.id);
    expect(ledgerEntrySchema.parse(last).bypass).toBeUndefined();
  });

  it('does not say how a promotion ended that is gone', () => {
    expect(vanishedEntry(created, context)).toMatchObject({
      outcome: 'vanished',
    });
  });

  it('does not say who released a hold', () => {
    expect(vanishedEntry(held, context)).toMatchObject({
      kind: 'hold-released',
      actor: { kind: 'unknown' },
      path: 'unknown',
    });
  });

  it('ends nothing that did not begin', () => {
    expect(vanishedEntry(finished, context)).toBeUndefined();
  });
});
