import type { ProjectPromotions } from './entityPromotions';
import { promotionHeadline } from './headline';
import type { StageView } from './stageView';

const at = new Date('2026-11-21T12:00:00Z');
const live = { status: 'live', asOf: '2026-11-21T12:00:00Z' } as const;

function stage(
  name: string,
  version: string | undefined,
  overrides: Partial<StageView> = {},
): StageView {
  return {
    name,
    controlFlow: false,
    upstream: [],
    final: name.startsWith('prod'),
    phase: 'steady',
    health: 'Healthy',
    healthIssues: [],
    freight: version ? { name: `f-${version}`, version } : undefined,
    autoPromotion: true,
    ...overrides,
  };
}

/** Versions from old to new. */
function project(
  stages: StageView[],
  versions: string[],
  freshness: ProjectPromotions['stages']['freshness'] = live,
): ProjectPromotions {
  return {
    controlPlane: { name: 'platform' },
    project: 'orders',
    stages: { freshness, malformed: [], items: stages },
    freight: {
      freshness,
      malformed: [],
      items: versions.map((version, index) => ({
        name: `f-${version}`,
        version,
        discoveredAt: new Date(Date.UTC(2026, 10, 1 + index)).toISOString(),
        artifacts: { commits: [], images: [], charts: [], others: [] },
        currentlyIn: [],
        verifiedIn: [],
        approvedFor: [],
      })),
      total: versions.length,
    },
    promotions: { freshness, malformed: [], items: [], total: 0 },
    warehouses: { freshness, malformed: [], items: [] },
    controllers: { freshness, malformed: [], items: [] },
  };
}

describe('promotionHeadline', () => {
  it.each([
    [
      [stage('test', '1.8.3'), stage('prod', '1.8.2')],
      ['1.8.2', '1.8.3'],
      '1.8.3 is in test, healthy. Production has 1.8.2, healthy.',
    ],
    [
      [stage('test', '1.8.3'), stage('prod', '1.8.3')],
      ['1.8.3'],
      '1.8.3 is in production, healthy.',
    ],
    [
      [stage('test', '1.8.2'), stage('prod', undefined)],
      ['1.8.2', '1.8.3'],
      '1.8.3 is new and in no stage yet. Nothing is in production yet.',
    ],
    [
      [
        stage('test', '1.8.3'),
        stage('prod-eu', '1.8.2', { health: 'Unhealthy' }),
        stage('prod-us', '1.8.1'),
      ],
      ['1.8.1', '1.8.2', '1.8.3'],
      '1.8.3 is in test, healthy. Production has 1.8.2 and 1.8.1, unhealthy.',
    ],
    [
      [stage('test', '1.8.3', { phase: 'failed' }), stage('prod', undefined)],
      ['1.8.3'],
      '1.8.3 is in test, where the last step failed. Nothing is in production yet.',
    ],
    [
      [
        stage('test', '1.8.3'),
        stage('prod', '1.8.2', {
          next: {
            freight: 'f-1.8.3',
            version: '1.8.3',
            status: 'stopped',
            byItself: false,
            reasons: [
              {
                kind: 'soaking',
                text: '12 min of soak left in test',
                stops: 'promotion',
              },
              {
                kind: 'manual',
                text: 'somebody has to promote it: auto-promotion is off',
                stops: 'auto-promotion',
              },
            ],
            notBefore: '2026-11-21T12:14:00Z',
          },
        }),
      ],
      ['1.8.2', '1.8.3'],
      '1.8.3 is in test, healthy. Production has 1.8.2, healthy. prod follows in about 14 min: 12 min of soak left in test; somebody has to promote it: auto-promotion is off.',
    ],
    [
      [
        stage('test', '1.8.3'),
        stage('prod', '1.8.2', {
          failedPromotion: 'prod.01',
          next: {
            freight: 'f-1.8.3',
            version: '1.8.3',
            status: 'ready',
            byItself: false,
            reasons: [
              {
                kind: 'last-attempt-failed',
                text: 'its last promotion errored; Kargo does not repeat it by itself',
                stops: 'auto-promotion',
              },
            ],
          },
        }),
      ],
      ['1.8.2', '1.8.3'],
      '1.8.3 is in test, healthy. Its promotion to prod did not succeed. Production has 1.8.2, healthy. Kargo does not try again by itself; somebody may promote it to prod.',
    ],
    [[stage('test', undefined)], [], 'No version has been found yet.'],
    [[], [], 'The project has no stages yet.'],
  ])('says %#', (stages, versions, sentence) => {
    expect(promotionHeadline([project(stages, versions)], at)).toBe(sentence);
  });

  it('does not take an unread control plane for an empty one', () => {
    expect(
      promotionHeadline(
        [project([], [], { status: 'stale', error: 'connection refused' })],
        at,
      ),
    ).toMatch(/cannot be said/);
  });
});
