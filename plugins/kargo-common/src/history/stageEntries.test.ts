import { freightEntries } from './freightEntries';
import { ledgerEntrySchema } from './ledgerEntry';
import { stageEntries } from './stageEntries';
import { context } from './__testUtils__/succeededPromotion';

const freight = {
  project: 'orders',
  name: 'f1',
  version: '1.8.3',
  warehouse: 'orders',
  approvedFor: [
    { stage: 'prod', approvedAt: '2026-11-21T10:00:00Z' },
    { stage: 'dr', approvedAt: undefined },
  ],
};

describe('freightEntries', () => {
  it('takes an approval as made by hand where the portal has no record of it', () => {
    expect(
      freightEntries(freight, context).map(entry => [
        ledgerEntrySchema.parse(entry).id,
        entry.at,
        entry.actor.kind,
        entry.bypass?.reason,
      ]),
    ).toEqual([
      [
        'platform/orders/f1:approved:prod:2026-11-21T10:00:00Z',
        '2026-11-21T10:00:00.000Z',
        'unknown',
        'manual-approval',
      ],
      [
        'platform/orders/f1:approved:dr:unknown',
        '2026-11-22T00:00:00.000Z',
        'unknown',
        'manual-approval',
      ],
    ]);
  });

  it('takes the actor and the reason from the record of the portal', () => {
    const [entry] = freightEntries(freight, {
      ...context,
      portalApproval: ({ stage }) =>
        stage === 'prod'
          ? {
              actor: { kind: 'person', name: 'user:default/anna' },
              reason: 'Hotfix',
            }
          : undefined,
    });
    expect(entry).toMatchObject({
      actor: { name: 'user:default/anna' },
      reason: 'Hotfix',
      path: 'portal',
      bypass: undefined,
    });
  });

  it('has nothing to say of freight that nobody approved', () => {
    expect(
      freightEntries({ ...freight, approvedFor: undefined }, context),
    ).toEqual([]);
  });
});

describe('stageEntries', () => {
  const stage = { project: 'orders', name: 'uat' };

  it.each([
    ['Successful', 'successful'],
    ['Failed', 'failed'],
    ['Error', 'errored'],
    ['Aborted', 'aborted'],
    ['Inconclusive', 'inconclusive'],
  ])('reads a verification that is %s', (phase, outcome) => {
    const entries = stageEntries(
      {
        ...stage,
        verifications: [
          {
            id: 'v1',
            phase,
            finishedAt: '2026-11-21T10:00:00Z',
            freight: 'f1',
            analysisRun: 'uat.v1.f1',
          },
        ],
      },
      context,
    );
    expect(entries.map(entry => ledgerEntrySchema.parse(entry))).toMatchObject([
      {
        id: 'platform/orders/uat:verification:v1',
        kind: 'verification-finished',
        outcome,
        freight: 'f1',
        evidence: 'uat.v1.f1',
        actor: { kind: 'automatic' },
      },
    ]);
  });

  it.each(['Pending', 'Running', 'Later', ''])(
    'waits for the end of one that is %j',
    phase => {
      const verifications = [{ id: 'v1', phase }];
      expect(stageEntries({ ...stage, verifications }, context)).toEqual([]);
    },
  );

  it('tells who holds the stage', () => {
    const holds = [
      {
        origin: 'Warehouse/orders',
        freight: 'f0',
        promotion: 'uat.01k8.f0',
        actor: 'email:anna@example.com',
        createdAt: '2026-11-20T10:00:00Z',
      },
      { origin: 'Warehouse/config', freight: 'c0' },
    ];
    expect(stageEntries({ ...stage, holds }, context)).toMatchObject([
      {
        id: 'platform/orders/uat:hold:Warehouse/orders:uat.01k8.f0',
        kind: 'hold-set',
        at: '2026-11-20T10:00:00.000Z',
        actor: { kind: 'person', name: 'anna@example.com' },
      },
      {
        id: 'platform/orders/uat:hold:Warehouse/config:c0',
        timeBasis: 'observed',
        actor: { kind: 'unknown' },
      },
    ]);
  });
});
