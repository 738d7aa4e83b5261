import { context, daysAgo, NOW } from './__testUtils__/context';
import type { BypassEpisode } from './bypassEpisodes';
import { bypassRate } from './bypassRate';

function episode(more: Partial<BypassEpisode>): BypassEpisode {
  return {
    id: 'audit-log/a',
    subject: 'component:default/shop',
    capability: 'deploy',
    way: 'kubectl-edit',
    startedAt: daysAgo(3),
    endedAt: daysAgo(3),
    severity: 'low',
    detections: [],
    ...more,
  };
}

describe('bypassRate', () => {
  const episodes = [
    episode({ riskClass: 'migration', severity: 'high' }),
    episode({ startedAt: daysAgo(2), capability: 'database' }),
    episode({ startedAt: daysAgo(15) }),
    episode({ startedAt: NOW + 1 }),
  ];
  const changes = Array.from({ length: 6 }, (_, index) => ({
    capability: 'deploy',
    at: daysAgo(index + 1),
    ...(index < 2 && { riskClass: 'application' }),
  }));

  // By hand: 2 of 8 gives [0.0715, 0.5907]; 2 in two weeks, Garwood: 0.2422 and 7.2247, halved.
  it('sets bypasses against changes along the path', () => {
    expect(
      bypassRate(episodes, changes, context(), { since: daysAgo(14) }),
    ).toMatchObject({
      value: {
        all: {
          episodes: 2,
          pathChanges: 6,
          highSeverity: 1,
          share: {
            value: 0.25,
            low: expect.closeTo(0.0715, 3),
            high: expect.closeTo(0.5907, 3),
          },
          weekly: {
            value: 1,
            low: expect.closeTo(0.1211, 4),
            high: expect.closeTo(3.6123, 4),
          },
        },
        byCapability: [
          { name: 'database', episodes: 1, pathChanges: 0 },
          { name: 'deploy', episodes: 1, pathChanges: 6 },
        ],
        byRiskClass: [
          { name: 'application', episodes: 0, pathChanges: 2 },
          { name: 'migration', episodes: 1, pathChanges: 0 },
          { episodes: 1, pathChanges: 4 },
        ],
      },
      coverage: { leftOut: [{ reason: 'future-time', count: 1 }] },
    });
  });

  it('is unknown where nothing changed, and refuses an empty period', () => {
    expect(bypassRate([], [], context(), { since: daysAgo(14) })).toMatchObject(
      {
        kind: 'unknown',
        reason: { code: 'no-data' },
      },
    );
    expect(() => bypassRate([], [], context(), { since: NOW })).toThrow(
      RangeError,
    );
  });
});
