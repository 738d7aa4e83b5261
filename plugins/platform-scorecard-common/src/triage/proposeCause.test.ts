import type { EpisodeEvidence } from './EpisodeEvidence';
import { proposeCause, TRIAGE_RULES } from './proposeCause';

describe('proposeCause', () => {
  const cases: [string, string, EpisodeEvidence][] = [
    ['too-narrow', 'field-not-settable', { settableOnPath: false }],
    [
      'too-slow',
      'path-slower-than-need',
      { settableOnPath: true, pathMinutesP90: 61, neededMinutes: 60 },
    ],
    ['too-slow', 'incident-open', { incidentOpen: true }],
    ['too-opaque', 'denied-before', { deniedRequests: 1 }],
    ['too-opaque', 'failed-before', { failedRuns: 1 }],
    ['too-opaque', 'searched-in-vain', { documentsNotFound: 1 }],
    ['too-opaque', 'searched-in-vain', { emptySearches: 2 }],
    [
      'does-not-match-reality',
      'many-teams-many-weeks',
      { teamsAffected: 3, weeksAffected: 4 },
    ],
    [
      'does-not-match-reality',
      'one-risk-class',
      { riskClassShare: 0.8, riskClasses: 2, weeksAffected: 4 },
    ],
  ];

  it.each(cases)('proposes %s by %s', (cause, rule, evidence) => {
    expect(proposeCause(evidence)).toMatchObject({
      kind: 'proposed',
      cause,
      rule,
      because: expect.stringMatching(/\.$/),
      alsoPossible: [],
    });
  });

  it('has a case for each rule', () => {
    expect(new Set(cases.map(([, rule]) => rule))).toEqual(
      new Set(TRIAGE_RULES.map(({ id }) => id)),
    );
  });

  it.each<[string, EpisodeEvidence]>([
    ['nothing', {}],
    ['a path as fast as needed', { pathMinutesP90: 60, neededMinutes: 60 }],
    ['a path of unknown speed', { neededMinutes: 1 }],
    ['two teams', { teamsAffected: 2, weeksAffected: 13 }],
    ['three weeks', { teamsAffected: 9, weeksAffected: 3 }],
    [
      'the only risk class in use',
      { riskClassShare: 1, riskClasses: 1, weeksAffected: 13 },
    ],
    ['all well', { settableOnPath: true, incidentOpen: false, failedRuns: 0 }],
  ])('leaves it to the owner with %s', (_, evidence) => {
    expect(proposeCause(evidence)).toEqual({
      kind: 'undetermined',
      rulesVersion: 1,
    });
  });

  it('proposes the most telling cause, and names the others once', () => {
    expect(
      proposeCause({
        teamsAffected: 5,
        weeksAffected: 8,
        failedRuns: 2,
        deniedRequests: 1,
        settableOnPath: false,
      }),
    ).toMatchObject({
      cause: 'too-narrow',
      alsoPossible: ['too-opaque', 'does-not-match-reality'],
    });
  });
});
