import type { LedgerEntryOf } from '@fairway/plugin-kargo-common';
import { platformFactSchema } from '@fairway/plugin-platform-scorecard-common';
import { promotionFacts } from './promotionFacts';

const finished: LedgerEntryOf<'promotion-finished'> = {
  id: 'platform/uid-1:finished',
  kind: 'promotion-finished',
  controlPlane: 'platform',
  project: 'orders',
  stage: 'prod',
  freight: '76415fe',
  version: '1.8.3',
  subject: { kind: 'Promotion', name: 'prod.01k9.76415fe', uid: 'uid-1' },
  at: '2026-11-21T09:01:00.000Z',
  timeBasis: 'recorded',
  actor: { kind: 'automatic' },
  path: 'auto',
  outcome: 'succeeded',
};

function facts(overrides: Partial<typeof finished> = {}) {
  return promotionFacts({
    entry: { ...finished, ...overrides },
    owner: {
      entityRef: 'component:default/orders',
      team: 'group:default/payments',
      riskClass: 'application',
    },
    finalStages: new Set(['prod']),
  });
}

const brief = (overrides: Partial<typeof finished> = {}) =>
  facts(overrides).map(({ id, type }) => [id, type]);

describe('promotionFacts', () => {
  it('reports a success in a final stage as production, with facts of the contract', () => {
    expect(brief()).toEqual([
      ['platform/uid-1:finished', 'dev.fairway.promotion.succeeded'],
      ['platform/uid-1:production', 'dev.fairway.service.reached-production'],
    ]);
    for (const fact of facts()) {
      expect(platformFactSchema.parse(fact)).toMatchObject({
        subject: 'component:default/orders',
        team: 'group:default/payments',
        time: '2026-11-21T09:01:00.000Z',
        data: { controlPlane: 'platform', project: 'orders', stage: 'prod' },
      });
    }
  });

  it.each([
    ['succeeded', 'test', ['dev.fairway.promotion.succeeded']],
    ['failed', 'prod', ['dev.fairway.promotion.failed']],
    ['errored', 'prod', ['dev.fairway.promotion.failed']],
    ['aborted', 'prod', ['dev.fairway.promotion.aborted']],
    ['vanished', 'prod', []],
  ] as const)('reports %s in %s as %j', (outcome, stage, types) => {
    expect(facts({ outcome, stage }).map(({ type }) => type)).toEqual(types);
  });

  it('gives the same ids again', () => {
    expect(brief()).toEqual(brief({ message: 'read again' }));
  });
});
