import { readFreight } from './freight';
import { readPromotion } from './promotion';
import { readStage } from './stage';

const metadata = {
  name: 'uat',
  namespace: 'checkout',
  uid: '2c2428ba-ffd1-446f-a322-db662f5b1416',
  creationTimestamp: '2026-11-21T12:11:34Z',
};

const images = [{ repoURL: 'registry.example.com/checkout', tag: '2.4.0' }];

describe('readStage', () => {
  it('reads what the view needs', () => {
    expect(
      readStage({
        metadata,
        spec: {
          shard: 'eu-central',
          requestedFreight: [{ sources: { stages: ['test', 'qa'] } }],
          promotionTemplate: { spec: { steps: [{ uses: 'git-clone' }] } },
        },
        status: {
          autoPromotionEnabled: true,
          conditions: [
            { type: 'Ready', status: 'True', message: 'healthy and verified' },
          ],
          health: { status: 'Unhealthy', issues: ['pod is crash-looping'] },
          freightHistory: [
            {
              items: { 'Warehouse/checkout': { name: '76415fe', images } },
              verificationHistory: [{ phase: 'Successful' }],
            },
            { items: { 'Warehouse/checkout': { name: 'older' } } },
          ],
        },
      }),
    ).toEqual({
      project: 'checkout',
      name: 'uat',
      controlFlow: false,
      shard: 'eu-central',
      upstream: ['test', 'qa'],
      phase: 'steady',
      phaseMessage: 'healthy and verified',
      health: 'Unhealthy',
      healthIssues: ['pod is crash-looping'],
      freight: { name: '76415fe', version: '2.4.0' },
      verification: 'Successful',
      autoPromotion: true,
    });
  });

  it('leaves what a new stage does not say unknown', () => {
    expect(readStage({ metadata, spec: {} })).toMatchObject({
      controlFlow: true,
      phase: 'unknown',
      health: 'Unknown',
      freight: undefined,
      verification: undefined,
    });
  });

  it('refuses an object without a namespace', () => {
    expect(() => readStage({ metadata: { name: 'x' }, spec: {} })).toThrow(
      /namespace/,
    );
  });
});

describe('readFreight', () => {
  it('prefers the discovery time and reads where it is', () => {
    expect(
      readFreight({
        metadata,
        alias: 'gilded-otter',
        origin: { kind: 'Warehouse', name: 'checkout' },
        discoveredAt: '2026-11-20T08:11:00Z',
        images,
        status: {
          currentlyIn: { uat: { since: '2026-11-20T10:00:00Z' } },
          verifiedIn: { test: {} },
          approvedFor: { prod: {} },
        },
      }),
    ).toEqual({
      project: 'checkout',
      name: 'uat',
      alias: 'gilded-otter',
      version: '2.4.0',
      warehouse: 'checkout',
      discoveredAt: '2026-11-20T08:11:00Z',
      currentlyIn: [{ stage: 'uat', since: '2026-11-20T10:00:00Z' }],
      verifiedIn: ['test'],
      approvedFor: ['prod'],
    });
  });
});

describe('readPromotion', () => {
  it('joins steps with what happened to them', () => {
    expect(
      readPromotion({
        metadata: {
          ...metadata,
          annotations: {
            'kargo.akuity.io/create-actor': 'email:a@example.com',
          },
        },
        spec: {
          stage: 'uat',
          freight: '76415fe',
          steps: [{ uses: 'git-clone' }, { uses: 'git-push', as: 'push' }, {}],
        },
        status: {
          phase: 'Errored',
          message: 'timed out',
          freight: { images },
          startedAt: '2026-11-21T09:00:00Z',
          stepExecutionMetadata: [
            { status: 'Succeeded', startedAt: '2026-11-21T09:00:00Z' },
            { status: 'Errored', message: 'remote hung up' },
          ],
        },
      }),
    ).toMatchObject({
      stage: 'uat',
      version: '2.4.0',
      phase: 'Errored',
      actor: 'email:a@example.com',
      finishedAt: undefined,
      steps: [
        { name: 'git-clone', status: 'Succeeded', message: undefined },
        { name: 'push', status: 'Errored', message: 'remote hung up' },
        { name: 'step 3', status: 'Waiting' },
      ],
    });
  });

  it('shows a phase of a later Kargo as unknown', () => {
    expect(
      readPromotion({
        metadata,
        spec: { stage: 'uat' },
        status: { phase: 'Paused' },
      }).phase,
    ).toBe('Unknown');
  });
});
