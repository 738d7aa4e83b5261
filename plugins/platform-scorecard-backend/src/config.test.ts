import { mockServices } from '@backstage/backend-test-utils';
import { readScorecardConfig } from './config';

describe('readScorecardConfig', () => {
  it('works with no configuration', () => {
    expect(readScorecardConfig(mockServices.rootConfig())).toEqual({
      timeZone: 'UTC',
      syntheticSources: [],
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
        sources: {
          scaffolder: { enabled: false },
          catalog: { interval: 'PT5M', componentTypes: ['service'] },
        },
      },
    };
    expect(readScorecardConfig(mockServices.rootConfig({ data }))).toEqual({
      timeZone: 'Europe/Stockholm',
      syntheticSources: ['demo'],
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
});
