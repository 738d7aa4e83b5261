import type { Stage } from '../../model/stage';
import { found, holding, project } from '../portfolio.fixture';
import { driftFindings, type DriftLimits } from './drift';

const LIMITS: DriftLimits = {
  versionsBehind: 2,
  behindFor: 'P7D',
  apartFor: 'P1D',
};

const inStages = (since: string, ...names: string[]) => ({
  currentlyIn: names.map(stage => ({ stage, since })),
});

const freight = [
  found('1.0', '2026-11-01T12:00:00Z', {
    ...inStages('2026-11-02T12:00:00Z', 'prod-eu'),
  }),
  found('1.1', '2026-11-11T12:00:00Z', {
    ...inStages('2026-11-12T12:00:00Z', 'prod-us'),
  }),
  found('1.2', '2026-11-20T12:00:00Z'),
];

function drift(stages: Stage[], limits: Partial<DriftLimits> = {}) {
  const { state } = project({ stages, freight });
  return driftFindings(stages, state, { ...LIMITS, ...limits });
}

describe('driftFindings', () => {
  it('counts the versions that production misses, and since when', () => {
    expect(drift([holding('prod', '1.0')])).toEqual([
      {
        state: 'drifted',
        reason:
          'the stage prod is 2 versions behind: the first one that it misses came 10 d ago',
        since: '2026-11-11T12:00:00Z',
      },
    ]);
  });

  it.each<[string, string, Partial<DriftLimits>]>([
    ['one version short', '1.1', {}],
    ['at the newest', '1.2', {}],
    ['exactly at the time', '1.0', { behindFor: 'P10D' }],
    ['of unknown age', '0.9', {}],
  ])('says nothing %s', (_, version, limits) => {
    expect(drift([holding('prod', version)], limits)).toEqual([]);
  });

  const apart = [holding('prod-eu', '1.0'), holding('prod-us', '1.1')];

  it('finds regions that have been apart since the last of them changed', () => {
    expect(drift(apart, { versionsBehind: 9 })).toEqual([
      {
        state: 'drifted',
        reason:
          'production has different versions: prod-eu has 1.0, prod-us has 1.1',
        since: '2026-11-12T12:00:00Z',
      },
    ]);
  });

  it.each<[string, Stage[], Partial<DriftLimits>]>([
    ['for a short time', apart, { apartFor: 'P10D' }],
    [
      'while one of them changes',
      [apart[0], { ...apart[1], phase: 'promoting' }],
      {},
    ],
    ['of one version', [apart[1], holding('prod-apac', '1.1')], {}],
    [
      'of which nobody knows since when',
      [holding('prod-a', '1.1'), holding('prod-b', '1.2')],
      {},
    ],
  ])('lets be regions that are apart %s', (_, stages, limits) => {
    expect(drift(stages, { versionsBehind: 9, ...limits })).toEqual([]);
  });
});
