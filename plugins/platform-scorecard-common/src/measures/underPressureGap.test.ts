import { context, DAY, daysAgo } from './__testUtils__/context';
import { underPressureGap, type Change } from './underPressureGap';

describe('underPressureGap', () => {
  function changes(at: number, onPath: number, off: number): Change[] {
    return Array.from({ length: onPath + off }, (_, index) => ({
      at,
      onPath: index < onPath,
    }));
  }

  // Newcombe 1998, table II, method 10: 56/70 less 48/80 is 0.2 [0.0524, 0.3339].
  it('is the path share of normal times less that under pressure', () => {
    expect(
      underPressureGap(
        [...changes(daysAgo(9), 56, 14), ...changes(daysAgo(2), 48, 32)],
        [{ start: daysAgo(2), end: daysAgo(1) }],
        context(),
        { since: daysAgo(90) },
      ),
    ).toMatchObject({
      value: {
        normal: { value: 0.8, n: 70 },
        underPressure: { value: 0.6, n: 80 },
        gap: {
          value: expect.closeTo(0.2, 9),
          low: expect.closeTo(0.0524, 4),
          high: expect.closeTo(0.3339, 4),
        },
      },
    });
  });

  it.each([
    ['begins with its window', daysAgo(5), [1, 1]],
    ['ends before the end of its window', daysAgo(4), [2, 0]],
    ['goes on while its window has no end', daysAgo(1), [1, 1]],
  ])('%s', (_, at, [normal, pressed]) => {
    const answer = underPressureGap(
      [...changes(daysAgo(9), 1, 0), ...changes(at, 1, 0)],
      [{ start: daysAgo(5), end: daysAgo(4) }, { start: daysAgo(1) }],
      context(),
      { since: daysAgo(10) },
    );
    expect(answer).toMatchObject(
      pressed === 0
        ? { kind: 'unknown', reason: { code: 'no-data' } }
        : { value: { normal: { n: normal }, underPressure: { n: pressed } } },
    );
  });

  it('begins with its period', () => {
    expect(
      underPressureGap(
        [
          ...changes(daysAgo(10) - 1, 9, 0),
          ...changes(daysAgo(10), 1, 0),
          ...changes(daysAgo(1), 1, 0),
        ],
        [{ start: daysAgo(1), end: daysAgo(1) + DAY }],
        context(),
        { since: daysAgo(10) },
      ),
    ).toMatchObject({ n: 2 });
  });
});
