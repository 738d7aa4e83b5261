import { mockServices } from '@backstage/backend-test-utils';
import { readScorecardConfig } from './config';

describe('readScorecardConfig', () => {
  it('works with no configuration', () => {
    expect(readScorecardConfig(mockServices.rootConfig())).toEqual({
      timeZone: 'UTC',
      syntheticSources: [],
      actorSecrets: [],
      factsPerMinute: 300_000,
      scaffolder: { interval: { seconds: 10 } },
      catalog: {
        interval: { seconds: 30 },
        componentTypes: ['service', 'website'],
      },
    });
  });

  it('reads what is set', () => {
    const data = {
      platformScorecard: {
        timeZone: 'Europe/Stockholm',
        syntheticSources: ['demo'],
        actors: { secrets: ['x'.repeat(32), 'y'.repeat(40)] },
        ingest: { factsPerMinute: 5_000 },
        sources: {
          scaffolder: { enabled: false },
          catalog: { interval: 'PT5M', componentTypes: ['service'] },
        },
      },
    };
    expect(readScorecardConfig(mockServices.rootConfig({ data }))).toEqual({
      timeZone: 'Europe/Stockholm',
      syntheticSources: ['demo'],
      actorSecrets: ['x'.repeat(32), 'y'.repeat(40)],
      factsPerMinute: 5_000,
      scaffolder: undefined,
      catalog: { interval: { minutes: 5 }, componentTypes: ['service'] },
    });
  });

  it('refuses a zone that does not exist', () => {
    const data = { platformScorecard: { timeZone: 'Mars/Olympus' } };
    expect(() =>
      readScorecardConfig(mockServices.rootConfig({ data })),
    ).toThrow("'Mars/Olympus'");
  });

  it('refuses a secret that is too short, and does not repeat it', () => {
    const data = {
      platformScorecard: { actors: { secrets: ['x'.repeat(32), 'hunter2'] } },
    };
    const read = () => readScorecardConfig(mockServices.rootConfig({ data }));
    expect(read).toThrow('actors.secrets[1] has fewer than 32 characters');
    expect(read).not.toThrow('hunter2');
  });

  it.each([999, 2_000.5])('refuses %s facts a minute', factsPerMinute => {
    const data = { platformScorecard: { ingest: { factsPerMinute } } };
    expect(() =>
      readScorecardConfig(mockServices.rootConfig({ data })),
    ).toThrow('ingest.factsPerMinute');
  });
});
