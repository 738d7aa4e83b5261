import {
  ProjectState,
  readFreight,
  readStage,
  type PromotionRow,
  type RiskClass,
} from '@fairway/plugin-kargo-common';
import { freight, newFreight, stage } from '../testObjects';
import { stageRollback } from './stageRollback';

const before = freight.metadata.name;
const now = newFreight.metadata.name;
const entry = (name: string, phase: string) => ({
  items: { 'Warehouse/orders': { name } },
  verificationHistory: [{ phase }],
});

/** Production got the new freight, which failed there, after the one before. */
function rollback(options: {
  readonly kept?: boolean;
  readonly promotion?: Partial<PromotionRow>;
  readonly expectation?: RiskClass['rollback'];
}) {
  const { kept = true, promotion, expectation } = options;
  const prod = readStage({
    ...stage('prod'),
    status: {
      freightHistory: [entry(now, 'Failed'), entry(before, 'Successful')],
    },
  });
  const row: PromotionRow = {
    project: 'orders',
    name: 'prod.2',
    uid: 'prod.2',
    stage: 'prod',
    freight: now,
    phase: 'Succeeded',
    shard: undefined,
    actor: undefined,
    rollback: false,
    createdAt: '2026-11-21T11:10:00Z',
    ...promotion,
  };
  const state = new ProjectState({
    at: new Date('2026-11-21T12:00:00Z'),
    stages: [prod],
    freight: [newFreight, ...(kept ? [freight] : [])].map(readFreight),
    promotions: new Map([['prod', [row]]]),
    controllers: undefined,
  });
  return stageRollback(
    prod,
    state,
    expectation ?? { expectation: 're-promote' },
  );
}

describe('stageRollback', () => {
  it('suggests what was verified in the stage and can be promoted again', () => {
    expect(rollback({})).toMatchObject({
      status: 'suggested',
      promote: [{ freight: before, origin: 'Warehouse/orders' }],
    });
  });

  it('does not suggest what Kargo has removed', () => {
    expect(rollback({ kept: false })).toMatchObject({
      status: 'none',
      considered: [{ reason: `Kargo has removed freight ${before}` }],
    });
  });

  it.each([
    ['a promotion is running', { phase: 'Running' as const }],
    ['it went back already', { rollback: true }],
  ])('suggests nothing while %s', (_, promotion) => {
    expect(rollback({ promotion }).status).toBe('none');
  });

  it('keeps to what the risk class expects', () => {
    expect(
      rollback({ expectation: { expectation: 'forward-fix' } }),
    ).toMatchObject({
      status: 'none',
      message: 'Changes of this risk class are mended forward, not taken back.',
    });
  });
});
