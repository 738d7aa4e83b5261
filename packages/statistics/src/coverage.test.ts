import { coverage, draw, type Draw } from './__testUtils__/simulated';
import { cumulativeIncidence } from './cumulativeIncidence';
import { growthDifference } from './growthDifference';
import { growthRate } from './growthRate';
import { kaplanMeier } from './kaplanMeier';
import { logRank } from './logRank';
import { netScore } from './netScore';
import { percentileInterval } from './percentileInterval';
import { proportionDifference } from './proportionDifference';
import { rateInterval } from './rateInterval';
import { rateRatio } from './rateRatio';
import { shareReached } from './shareReached';
import { survivalMedian } from './survivalMedian';
import { wilsonInterval } from './wilsonInterval';

const REPETITIONS = 2_000;

/** Days. Exponential times with this median have the mean `TRUE_MEDIAN / ln 2`. */
const TRUE_MEDIAN = 60;
const MEAN = TRUE_MEDIAN / Math.LN2;
const OBSERVED_DAYS = 180;

/** Services born evenly while a platform is observed; the event is their first release in production. */
function bornUnderObservation(random: Draw, count: number) {
  return Array.from({ length: count }, () => {
    const age = random.uniform() * OBSERVED_DAYS;
    const time = random.exponential(MEAN);
    return { duration: Math.min(age, time), event: time <= age };
  });
}

/** As above, with services that were born in the 120 days before; those which had the event by then nobody ever sees. */
function bornBefore(random: Draw, count: number) {
  const members: { entry: number; duration: number; event: boolean }[] = [];
  while (members.length < count) {
    const age = random.uniform() * (OBSERVED_DAYS + 120);
    const time = random.exponential(MEAN);
    const entry = Math.max(0, age - OBSERVED_DAYS);
    if (time > entry) {
      members.push({
        entry,
        duration: Math.min(age, time),
        event: time <= age,
      });
    }
  }
  return members;
}

/** Services of which some are given up, with a mean of 120 days, before they reach production. */
function withAbandonment(random: Draw, count: number) {
  return Array.from({ length: count }, () => {
    const age = random.uniform() * OBSERVED_DAYS;
    const production = random.exponential(MEAN);
    const abandoned = random.exponential(120);
    const first = Math.min(production, abandoned);
    return {
      duration: Math.min(age, first),
      ...(first <= age && {
        cause: production < abandoned ? 'production' : 'abandoned',
      }),
    };
  });
}

/** Exact, for two exponential causes. */
function trueIncidence(time: number): number {
  const total = 1 / MEAN + 1 / 120;
  return (1 / MEAN / total) * (1 - Math.exp(-total * time));
}

/** Weeks whose events come one by one, or in bursts of one to five (variance 11/3 of the mean). */
function weeks(random: Draw, growth: number, bursts: boolean) {
  return Array.from({ length: 13 }, (_, x) => {
    const mean = 12 * Math.exp(growth * (x - 6));
    const starts = random.poisson(bursts ? mean / 3 : mean);
    const sizes = Array.from({ length: starts }, () =>
      bursts ? 1 + Math.floor(random.uniform() * 5) : 1,
    );
    return { x, count: sizes.reduce((sum, size) => sum + size, 0) };
  });
}

type Repeat = (random: Draw) => {
  readonly truth: number;
  readonly estimate: object;
};

const INTERVALS: readonly (readonly [
  name: string,
  seed: number,
  repeat: Repeat,
])[] = [
  [
    'median time',
    20_261_122,
    random => ({
      truth: TRUE_MEDIAN,
      estimate: survivalMedian(kaplanMeier(bornUnderObservation(random, 150))),
    }),
  ],
  [
    'median time where services were there before',
    4_711,
    random => ({
      truth: TRUE_MEDIAN,
      estimate: survivalMedian(kaplanMeier(bornBefore(random, 150))),
    }),
  ],
  ...[7, 14, 30, 90].map(
    day =>
      [
        `share by day ${day}`,
        1_000 + day,
        (random: Draw) => ({
          truth: 1 - Math.exp(-day / MEAN),
          estimate: shareReached(
            kaplanMeier(bornUnderObservation(random, 150)),
            day,
          ),
        }),
      ] as const,
  ),
  ...[14, 30, 90].map(
    day =>
      [
        `share by day ${day} among competing events`,
        2_000 + day,
        (random: Draw) => ({
          truth: trueIncidence(day),
          estimate: shareReached(
            cumulativeIncidence(withAbandonment(random, 150), 'production'),
            day,
          ),
        }),
      ] as const,
  ),
  [
    'share of a whole',
    31,
    random => {
      const truth = 0.05 + 0.9 * random.uniform();
      return {
        truth,
        estimate: wilsonInterval(random.binomial(60, truth), 60),
      };
    },
  ],
  [
    'share of a finite population from a sample',
    32,
    random => {
      const satisfied = 20 + Math.floor(random.uniform() * 60);
      const people = Array.from({ length: 100 }, (_, index) => ({
        satisfied: index < satisfied,
        order: random.uniform(),
      })).sort((a, b) => a.order - b.order);
      const positive = people
        .slice(0, 50)
        .filter(person => person.satisfied).length;
      return {
        truth: satisfied / 100,
        estimate: wilsonInterval(positive, 50, { population: 100 }),
      };
    },
  ],
  [
    'difference of two shares',
    33,
    random => {
      const a = 0.1 + 0.8 * random.uniform();
      const b = 0.1 + 0.8 * random.uniform();
      return {
        truth: a - b,
        estimate: proportionDifference(
          wilsonInterval(random.binomial(50, a), 50),
          wilsonInterval(random.binomial(70, b), 70),
        ),
      };
    },
  ],
  [
    'net score',
    34,
    random => {
      const pro = 0.1 + 0.5 * random.uniform();
      const contra = 0.1 + 0.3 * random.uniform();
      const answers = Array.from({ length: 60 }, random.uniform);
      const favourable = answers.filter(value => value < pro).length;
      const neutral = answers.filter(value => value >= pro + contra).length;
      const unfavourable = 60 - favourable - neutral;
      return {
        truth: pro - contra,
        estimate: netScore({ favourable, neutral, unfavourable }),
      };
    },
  ],
  [
    'rate',
    35,
    random => {
      const truth = 30 + 90 * random.uniform();
      return { truth, estimate: rateInterval(random.poisson(truth), 1) };
    },
  ],
  [
    'ratio of two rates',
    36,
    random => {
      const later = 30 + 90 * random.uniform();
      const earlier = 30 + 90 * random.uniform();
      return {
        truth: later / earlier,
        estimate: rateRatio(
          { count: random.poisson(later), exposure: 1 },
          { count: random.poisson(earlier), exposure: 1 },
        ),
      };
    },
  ],
  ...(
    [
      [0.5, 100],
      [0.9, 120],
    ] as const
  ).map(
    ([share, n]) =>
      [
        `percentile ${share}`,
        37,
        (random: Draw) => ({
          truth: -Math.log(1 - share),
          estimate: percentileInterval(
            Array.from({ length: n }, () => random.exponential(1)),
            share,
          ),
        }),
      ] as const,
  ),
  ...[false, true].map(
    bursts =>
      [
        `growth over 13 weeks ${bursts ? 'with' : 'without'} bursts`,
        38,
        (random: Draw) => ({
          truth: 0.05,
          estimate: growthRate(weeks(random, 0.05, bursts)),
        }),
      ] as const,
  ),
  [
    'difference of two growths',
    39,
    random => ({
      truth: 0.08,
      estimate: growthDifference(
        growthRate(weeks(random, 0.06, true)),
        growthRate(weeks(random, -0.02, false)),
      ),
    }),
  ],
];

const NAIVE: readonly (readonly [
  name: string,
  seed: number,
  most: number,
  repeat: Repeat,
])[] = [
  [
    'median time of completed services only',
    20_261_122,
    0.01,
    random => ({
      truth: TRUE_MEDIAN,
      estimate: percentileInterval(
        bornUnderObservation(random, 150)
          .filter(({ event }) => event)
          .map(({ duration }) => duration),
        0.5,
      ),
    }),
  ],
  [
    'median time as if all had been observed from birth on',
    4_711,
    0.75,
    random => ({
      truth: TRUE_MEDIAN,
      estimate: survivalMedian(
        kaplanMeier(
          bornBefore(random, 150).map(({ entry, ...member }) => member),
        ),
      ),
    }),
  ],
  [
    'share by day 90 with the abandoned ones censored',
    2_090,
    0.4,
    random => ({
      truth: trueIncidence(90),
      estimate: shareReached(
        kaplanMeier(
          withAbandonment(random, 150).map(({ duration, cause }) => ({
            duration,
            event: cause === 'production',
          })),
        ),
        90,
      ),
    }),
  ],
];

describe('coverage of a known truth in simulated platforms', () => {
  it.each(INTERVALS)('is nominal for: %s', (_, seed, repeat) => {
    const random = draw(seed);
    const share = coverage(REPETITIONS, () => repeat(random));
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.97);
  });

  it.each(NAIVE)('is lost for: %s', (_, seed, most, repeat) => {
    const random = draw(seed);
    expect(coverage(REPETITIONS, () => repeat(random))).toBeLessThan(most);
  });

  it('is what the log-rank test finds where groups do not differ', () => {
    const random = draw(40);
    let found = 0;
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const test = logRank(bornBefore(random, 60), bornBefore(random, 90));
      found += test.kind === 'test' && test.pValue < 0.05 ? 1 : 0;
    }
    expect(found / REPETITIONS).toBeGreaterThan(0.03);
    expect(found / REPETITIONS).toBeLessThan(0.07);
  });
});
