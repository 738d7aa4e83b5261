import { spreadOf } from '../history/Figures';
import { PERIOD_MS, type CapacityPeriod } from '../history/periods';
import { exhaustionEstimates } from './exhaustion';

const DAY = PERIOD_MS.day;
const FIRST = Date.parse('2026-11-01T00:00:00Z');

function days(
  requested: readonly number[],
  more: {
    readonly owned?: number;
    readonly lost?: number;
    readonly observedMs?: number;
    readonly product?: string;
  } = {},
): CapacityPeriod[] {
  const { owned = 100, lost = 0, observedMs = DAY } = more;
  return requested.map((amount, index) => ({
    pool: 'p',
    cluster: 'west',
    product: more.product ?? 'NVIDIA-H100',
    resource: 'nvidia.com/gpu',
    kind: 'device',
    start: FIRST + index * DAY,
    figures: {
      observedMs,
      units: { usable: (owned - lost) * observedMs, lost: lost * observedMs },
      requested: spreadOf(amount, observedMs),
      slots: {},
    },
  }));
}

const growing = (count: number, slope: number, from = 10) =>
  Array.from({ length: count }, (_, index) => from + slope * index);

/** The day after the last. */
const after = (periods: readonly CapacityPeriod[]) =>
  FIRST + periods.length * DAY;

describe('exhaustionEstimates', () => {
  it('says when what grows steadily asks for all', () => {
    // 10, 12, ... grows by 2 a day and is 100 after 45 days: 1 November and 45 days are 16 December.
    const periods = days(growing(20, 2));
    expect(exhaustionEstimates(periods, after(periods))).toEqual([
      {
        cluster: 'west',
        product: 'NVIDIA-H100',
        resource: 'nvidia.com/gpu',
        status: 'estimate',
        days: 20,
        sentence:
          'H100 in west: about 2026-12-16 as much is asked for as the 100 that can be allocated, if the demand goes on growing by 14 to 14 a week as it did over 20 days, and nothing is bought or taken away.',
        band: {
          earliest: '2026-12-16',
          likely: '2026-12-16',
          latest: '2026-12-16',
          confidence: 0.95,
        },
      },
    ]);
  });

  it('gives a band where the days differ', () => {
    const wobble = [0, 6, -4, 3, -6, 5, 1];
    const periods = days(
      growing(28, 2).map((amount, index) => amount + wobble[index % 7]),
    );
    const [{ band }] = exhaustionEstimates(periods, after(periods));
    const date = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
    expect(band).toEqual({
      earliest: date,
      likely: date,
      latest: date,
      confidence: 0.95,
    });
    const { earliest = '', likely = '', latest = '' } = band ?? {};
    expect(earliest < likely && likely < latest).toBe(true);
    // The true line is at 100 after 45 days.
    expect(earliest < '2026-12-16' && latest > '2026-12-16').toBe(true);
  });

  it('does not take a slow swing for growth', () => {
    // Half a swing: each of 20 days is above the one before, as in a month in which a team tries something out. Were the
    // days independent, that could not be chance.
    const swing = days(
      Array.from(
        { length: 20 },
        (_, day) => 50 - 8 * Math.cos((Math.PI * day) / 19),
      ),
    );
    expect(exhaustionEstimates(swing, after(swing))).toMatchObject([
      { status: 'not-growing' },
    ]);
  });

  it('takes what is lost off what can be allocated', () => {
    // 80 of 100 are left: reached after 35 days, on 6 December.
    const periods = days(growing(20, 2), { lost: 20 });
    expect(exhaustionEstimates(periods, after(periods))[0].band?.likely).toBe(
      '2026-12-06',
    );
  });

  it('does not date back what is exhausted already', () => {
    const periods = days(growing(20, 2, 90));
    expect(exhaustionEstimates(periods, after(periods))[0].band).toMatchObject({
      earliest: '2026-11-20',
      latest: '2026-11-20',
    });
  });

  it.each([
    ['less than 14 days', days(growing(13, 2)), 13],
    [
      'days of which less than half was observed',
      days(growing(30, 2), { observedMs: 0.4 * DAY }),
      0,
    ],
    [
      'days on which pods were not observed',
      days(growing(30, 2)).map(period => ({
        ...period,
        figures: { ...period.figures, requested: undefined },
      })),
      0,
    ],
  ])('has not enough history with %s', (_, periods, known) => {
    expect(exhaustionEstimates(periods, after(periods))).toMatchObject([
      { status: 'not-enough-history', days: known },
    ]);
  });

  it('leaves the present day out', () => {
    const periods = days(growing(14, 2));
    expect(exhaustionEstimates(periods, after(periods) - 1)).toMatchObject([
      { status: 'not-enough-history', days: 13 },
    ]);
  });

  it.each([
    ['stays', growing(20, 0, 50)],
    ['falls', growing(20, -1, 50)],
    ['varies', [50, 60, 40, 55, 45, 52, 48, 58, 42, 50, 60, 40, 55, 45, 51]],
    // 0.01 a day: 90 more take 9,000 days.
    ['grows too slowly', growing(20, 0.01)],
  ])('gives no date for what %s', (_, requested) => {
    const periods = days(requested);
    const [estimate] = exhaustionEstimates(periods, after(periods));
    expect(estimate.status).toBe('not-growing');
    expect(estimate).not.toHaveProperty('band');
  });

  it('keeps products apart, the most urgent first', () => {
    const slow = days(growing(20, 1), { product: 'L4' });
    const fast = days(growing(20, 3));
    expect(
      exhaustionEstimates([...slow, ...fast], after(fast)).map(
        ({ product }) => product,
      ),
    ).toEqual(['NVIDIA-H100', 'L4']);
  });
});
