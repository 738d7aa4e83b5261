import type { PromotionRow } from '@fairway/plugin-kargo-common';
import { newestPromotions } from './newestPromotions';

const row = (name: string, createdAt: string | undefined): PromotionRow => ({
  project: 'orders',
  name,
  uid: name,
  stage: 'test',
  freight: undefined,
  phase: 'Succeeded',
  shard: undefined,
  actor: undefined,
  rollback: false,
  createdAt,
});

const test = [
  row('test.1', '2026-11-21T10:00:00Z'),
  row('test.3', '2026-11-21T12:00:00Z'),
  row('test.2', '2026-11-21T11:00:00Z'),
];
const prod = [
  row('prod.2', '2026-11-21T11:30:00Z'),
  row('prod.1', '2026-11-21T09:00:00Z'),
];
const names = (rows: readonly PromotionRow[]) => rows.map(({ name }) => name);

describe('newestPromotions', () => {
  it('merges the stages, the newest first', () => {
    expect(names(newestPromotions([test, prod], 10))).toEqual([
      'test.3',
      'prod.2',
      'test.2',
      'test.1',
      'prod.1',
    ]);
  });

  it('keeps as many as are asked for, each time', () => {
    expect(names(newestPromotions([prod, test], 2))).toEqual([
      'test.3',
      'prod.2',
    ]);
    expect(names(newestPromotions([prod, test], 4))).toEqual([
      'test.3',
      'prod.2',
      'test.2',
      'test.1',
    ]);
  });

  it('puts what has no time last, and orders equal times by name', () => {
    const unknown = [
      row('uat.0', undefined),
      row('uat.1', '2026-11-21T12:00:00Z'),
    ];
    expect(names(newestPromotions([unknown, test], 10))).toEqual([
      'uat.1',
      'test.3',
      'test.2',
      'test.1',
      'uat.0',
    ]);
  });

  it('takes a list that grew as another one', () => {
    newestPromotions([test], 10);
    const grown = [...test, row('test.4', '2026-11-21T13:00:00Z')];
    expect(names(newestPromotions([grown], 1))).toEqual(['test.4']);
  });
});
