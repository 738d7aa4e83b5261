import fc from 'fast-check';
import { daysAgo } from './__testUtils__/context';
import {
  bypassEpisodes,
  EPISODE_GAP_MS,
  type BypassDetection,
} from './bypassEpisodes';

const MINUTE = 60 * 1000;

function detection(more: Partial<BypassDetection>): BypassDetection {
  return {
    id: 'a',
    subject: 'component:default/shop',
    capability: 'deploy',
    detector: 'kubernetes.managed-fields',
    way: 'kubectl-edit',
    at: daysAgo(3),
    severity: 'low',
    ...more,
  };
}

describe('bypassEpisodes', () => {
  it('makes one piece of work of what follows closely', () => {
    const detections = [
      detection({ id: 'c', at: daysAgo(3) + 60 * MINUTE + 1 }),
      detection({ id: 'a', severity: 'medium', riskClass: 'application' }),
      detection({ id: 'b', at: daysAgo(3) + 30 * MINUTE, severity: 'high' }),
    ];
    expect(bypassEpisodes(detections)).toEqual([
      {
        id: 'kubernetes.managed-fields/a',
        subject: 'component:default/shop',
        capability: 'deploy',
        way: 'kubectl-edit',
        riskClass: 'application',
        startedAt: daysAgo(3),
        endedAt: daysAgo(3) + 30 * MINUTE,
        severity: 'high',
        detections: [detections[1], detections[2]],
      },
      expect.objectContaining({
        id: 'kubernetes.managed-fields/c',
        severity: 'low',
      }),
    ]);
  });

  it.each([
    ['subject', { subject: 'component:default/cart' }],
    ['capability', { capability: 'database' }],
    ['way', { way: 'helm' }],
  ])('keeps another %s apart', (_, more) => {
    expect(
      bypassEpisodes([detection({}), detection({ id: 'b', ...more })]),
    ).toHaveLength(2);
  });

  it('counts what two detectors see, or one sees twice, once', () => {
    const episodes = bypassEpisodes([
      detection({}),
      detection({}),
      detection({ detector: 'audit-log', at: daysAgo(3) + MINUTE }),
    ]);
    expect(episodes).toHaveLength(1);
    expect(episodes).toHaveProperty('0.detections.length', 2);
  });

  it('does not care in which order detections arrive, nor how often', () => {
    const some = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 20 }).map(String),
        subject: fc.constantFrom('component:default/a', 'component:default/b'),
        minutes: fc.integer({ min: 0, max: 300 }),
      }),
    );
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (rows, keys) => {
        const unique = new Map(rows.map(row => [row.id, row]));
        const detections = [...unique.values()].map(({ minutes, ...row }) =>
          detection({ ...row, at: daysAgo(3) + minutes * MINUTE }),
        );
        const shuffled = [...detections, ...detections]
          .map(row => ({ row, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        const episodes = bypassEpisodes(detections);
        expect(bypassEpisodes(shuffled)).toEqual(episodes);
        expect(episodes.flatMap(episode => episode.detections)).toHaveLength(
          detections.length,
        );
        for (const episode of episodes) {
          const times = episode.detections.map(({ at }) => at);
          for (const [index, at] of times.slice(1).entries()) {
            expect(at - times[index]).toBeLessThanOrEqual(EPISODE_GAP_MS);
          }
        }
      }),
    );
  });
});
