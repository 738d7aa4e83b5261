import type { Promotion } from '@fairway/plugin-kargo-common';
import { platformFactSchema } from '@fairway/plugin-platform-scorecard-common';
import { promotionFacts } from './promotionFacts';

const promotion: Promotion = {
  project: 'orders',
  name: 'prod.01k9.76415fe',
  uid: 'uid-1',
  stage: 'prod',
  freight: '76415fe',
  version: '1.8.3',
  phase: 'Succeeded',
  message: undefined,
  actor: undefined,
  annotations: {},
  rollback: false,
  shard: undefined,
  createdAt: '2026-11-21T10:00:00Z',
  startedAt: '2026-11-21T10:00:00Z',
  finishedAt: '2026-11-21T10:01:00+01:00',
  steps: [],
};

function facts(overrides: Partial<Promotion> = {}) {
  return promotionFacts({
    controlPlane: 'platform',
    promotion: { ...promotion, ...overrides },
    owner: {
      entityRef: 'component:default/orders',
      team: 'group:default/payments',
      riskClass: 'application',
    },
    finalStages: new Set(['prod']),
  });
}

const brief = (overrides: Partial<Promotion> = {}) =>
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
    ['Succeeded', 'test', ['dev.fairway.promotion.succeeded']],
    ['Failed', 'prod', ['dev.fairway.promotion.failed']],
    ['Errored', 'prod', ['dev.fairway.promotion.failed']],
    ['Aborted', 'prod', ['dev.fairway.promotion.aborted']],
    ['Running', 'prod', []],
    ['Pending', 'prod', []],
    ['Unknown', 'prod', []],
  ] as const)('reports %s in %s as %j', (phase, stage, types) => {
    expect(facts({ phase, stage }).map(({ type }) => type)).toEqual(types);
  });

  it('waits for the time at which it finished', () => {
    expect(facts({ finishedAt: undefined })).toEqual([]);
  });

  it('gives the same ids again', () => {
    expect(brief()).toEqual(brief({ message: 'read again' }));
  });
});
