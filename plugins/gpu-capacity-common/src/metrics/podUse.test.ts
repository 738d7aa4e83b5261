import { METRIC_DIALECTS } from './dialects';
import { podUseQuery, readPodUse, type PodUseAnswer } from './podUse';
import { dcgmCard } from './__testUtils__/exporterSeries';

const [dialect] = METRIC_DIALECTS.filter(({ id }) => id === 'dcgm-before-4.9');
/** A day in steps of five minutes: 288, of which the first or last may be missing. */
const span = { periodSeconds: 86_400, stepSeconds: 300 };
const EXPECTED = 287;

const answerOf = (
  metric: PodUseAnswer['metric'],
  ...devices: ReadonlyArray<Readonly<Record<string, number>>>
): PodUseAnswer => ({
  dialect,
  metric,
  unit: metric.unit,
  answer: devices.flatMap((stats, index) =>
    Object.entries(stats).map(([stat, value]) => ({
      labels: dcgmCard(index, { fairway_stat: stat }),
      value,
    })),
  ),
});
const busyOf = (...devices: Parameters<typeof answerOf>[1][]) =>
  answerOf({ name: 'engine', unit: 'ratio' }, ...devices);
const memoryOf = (...devices: Parameters<typeof answerOf>[1][]) =>
  answerOf({ name: 'used', unit: 'MiB' }, ...devices);

describe('readPodUse', () => {
  it('says what was used of the device that was used most', () => {
    expect(
      readPodUse({
        busy: busyOf({ max: 0.2, steps: 288 }, { max: 0.4, steps: 289 }),
        memory: memoryOf(
          { p99: 2_048, steps: 288 },
          { p99: 1_024, steps: 287 },
        ),
        units: 2,
        span,
      }),
    ).toEqual({
      memoryP99Bytes: 2_147_483_648,
      busyMax: 0.4,
      coverage: { reporting: 2 * EXPECTED, held: 2 * EXPECTED },
    });
  });

  it.each([
    [
      'a gap',
      busyOf({ max: 0.2, steps: 280 }),
      memoryOf({ p99: 1, steps: 288 }),
      1,
      280,
    ],
    ['no memory', busyOf({ max: 0.2, steps: 288 }), undefined, 1, 0],
    [
      'one device of two',
      busyOf({ max: 0.2, steps: 288 }),
      memoryOf({ p99: 1, steps: 288 }),
      2,
      287,
    ],
    [
      'more devices than are held',
      busyOf({ steps: 10 }, { steps: 288 }),
      memoryOf({ steps: 288 }),
      1,
      287,
    ],
  ])(
    'counts what was not measured: %s',
    (_, busy, memory, units, reporting) => {
      expect(readPodUse({ busy, memory, units, span }).coverage).toEqual({
        reporting,
        held: units * EXPECTED,
      });
    },
  );
});

describe('podUseQuery', () => {
  it('cannot be broken out of by the name of a pod', () => {
    const query = podUseQuery({
      dialect,
      metric: 'm',
      matchers: [],
      pod: { namespace: 'a', name: '"} or vector(1)' },
      span,
    });
    expect(query).toContain('pod="\\"} or vector(1)"');
    expect(query).not.toContain('pod=""');
  });
});
