import {
  rollbackAdvice,
  type ExistingFreight,
  type PastFreight,
  type RollbackQuestion,
  type StageFreight,
} from './rollbackAdvice';

const app = (version: string): StageFreight => ({
  origin: 'Warehouse/app',
  freight: `app-${version}`,
  version,
});
const config = (version: string): StageFreight => ({
  origin: 'Warehouse/config',
  freight: `config-${version}`,
  version: `config ${version}`,
});
const past = (
  items: readonly StageFreight[],
  verificationPhase: string | undefined = 'Successful',
): PastFreight => ({ items, verificationPhase });
const exists = (
  { freight }: StageFreight,
  change: Partial<ExistingFreight> = {},
): ExistingFreight => ({
  name: freight,
  available: true,
  verifiedInStage: true,
  irreversible: [],
  ...change,
});

const advise = (
  history: readonly PastFreight[],
  existing: readonly ExistingFreight[],
  change: Partial<RollbackQuestion> = {},
) =>
  rollbackAdvice({
    history: { status: 'observed', value: history },
    existing: { status: 'observed', value: existing },
    expectation: { expectation: 're-promote' },
    unfinished: undefined,
    wentBack: false,
    ...change,
  });

const three = [past([app('3')], 'Failed'), past([app('2')]), past([app('1')])];
const all = [exists(app('3')), exists(app('2')), exists(app('1'))];

describe('rollbackAdvice', () => {
  it('suggests the last that was verified', () => {
    expect(advise(three, all)).toEqual({
      status: 'suggested',
      promote: [app('2')],
      alsoUndone: [],
      irreversible: [],
      message:
        '2 is the last that was verified here and can be promoted again.',
    });
  });

  it.each([
    ['removed', [exists(app('3')), exists(app('1'))]],
    [
      'not available',
      [
        exists(app('3')),
        exists(app('2'), { available: false }),
        exists(app('1')),
      ],
    ],
  ])('goes past what is %s, and says what else is undone', (_, existing) => {
    expect(advise(three, existing)).toMatchObject({
      status: 'suggested',
      promote: [app('1')],
      alsoUndone: [app('2')],
    });
  });

  it('goes past what was not verified, or whose latest verification failed', () => {
    const unverified = exists(app('2'), { verifiedInStage: false });
    const history = (phase: string | undefined) => [
      past([app('3')]),
      { items: [app('2')], verificationPhase: phase },
      past([app('1')]),
    ];
    const promoted = (
      phase: string | undefined,
      second: ExistingFreight,
    ): unknown => {
      const advice = advise(history(phase), [second, exists(app('1'))]);
      return advice.status === 'suggested' && advice.promote[0].version;
    };
    expect(promoted(undefined, unverified)).toBe('1');
    expect(promoted('Successful', unverified)).toBe('2');
    // Without templates of verification, Kargo marks healthy freight as verified.
    expect(promoted(undefined, exists(app('2')))).toBe('2');
    expect(promoted('Failed', exists(app('2')))).toBe('1');
  });

  it('tells what cannot be undone of all that is undone', () => {
    const advice = advise(three, [
      exists(app('3'), { irreversible: ['drops a column'] }),
      exists(app('2'), { available: false, irreversible: ['renames a queue'] }),
      exists(app('1'), { irreversible: ['stays as it is'] }),
    ]);
    expect(advice).toMatchObject({
      irreversible: ['drops a column', 'renames a queue'],
    });
    expect(advise(three, [exists(app('2'))])).toMatchObject({
      irreversible: [
        'freight app-3 is removed, so what it changed is not known',
      ],
    });
  });

  it('keeps what did not change, and promotes one origin after the other', () => {
    const history = [
      past([app('2'), config('2')]),
      past([app('2'), config('1')]),
      past([app('1'), config('1')]),
    ];
    const existing = [app('1'), app('2'), config('1'), config('2')];
    expect(
      advise(
        history,
        existing.map(item => exists(item)),
      ),
    ).toMatchObject({ promote: [config('1')], alsoUndone: [] });
    expect(
      advise(
        [history[0], past(history[1].items, 'Failed'), history[2]],
        existing.map(item => exists(item)),
      ),
    ).toMatchObject({
      promote: [app('1'), config('1')],
      alsoUndone: [],
      message:
        '1, config 1 are the last that was verified here and can be promoted again.',
    });
  });

  it('does not take what the stage has now for a way back', () => {
    expect(advise([past([app('3')]), past([app('3')])], all)).toEqual({
      status: 'none',
      message: 'The stage has had nothing else.',
      considered: [],
    });
  });

  it('says why there is nothing', () => {
    const history = [
      past([app('4')]),
      past([app('3')], 'Failed'),
      past([app('2')]),
      past([app('1')]),
      { items: [app('0')], verificationPhase: undefined },
    ];
    const advice = advise(history, [
      exists(app('4')),
      exists(app('3')),
      exists(app('1'), { available: false }),
      exists(app('0'), { verifiedInStage: false }),
    ]);
    expect(advice.status === 'none' && advice.considered).toEqual([
      {
        freight: [app('3')],
        reason: 'its latest verification in the stage is Failed',
      },
      { freight: [app('2')], reason: 'Kargo has removed freight app-2' },
      { freight: [app('1')], reason: 'freight app-1 is not available' },
      {
        freight: [app('0')],
        reason: 'freight app-0 was not verified in the stage',
      },
    ]);
  });

  it.each<[Partial<RollbackQuestion>, string]>([
    [
      { expectation: { expectation: 'forward-fix' } },
      'Changes of this risk class are mended forward, not taken back.',
    ],
    [
      {
        expectation: {
          expectation: 'runbook',
          link: 'https://wiki/runbook',
          pointOfNoReturn: 'the switch of the primary',
        },
      },
      'Changes of this risk class are taken back by their runbook. There is no way back after: the switch of the primary. See https://wiki/runbook.',
    ],
    [
      { unfinished: 'prod.01k9' },
      'The promotion prod.01k9 is not finished; see first where it ends.',
    ],
    [
      { wentBack: true },
      'The stage went back already; going back further needs somebody who looks at why.',
    ],
    [
      { history: { status: 'unknown', reason: 'no answer' } },
      'What the stage had before is unknown: no answer.',
    ],
    [
      { existing: { status: 'unknown', reason: 'no answer' } },
      'Which freight still exists is unknown: no answer.',
    ],
    [
      { history: { status: 'observed', value: [] } },
      'The stage has had no freight.',
    ],
  ])('suggests nothing for %j', (change, message) => {
    expect(advise(three, all, change)).toEqual({
      status: 'none',
      message,
      considered: [],
    });
  });
});
