import { partOf, placeOf, ticksOf } from './timelineScale';

/** Ten days. */
const frame = { from: '2026-12-01T00:00:00Z', to: '2026-12-11T00:00:00Z' };

describe('the scale of the timeline', () => {
  it.each([
    ['2026-12-01T00:00:00Z', 0],
    ['2026-12-06T00:00:00Z', 50],
    ['2026-12-10T00:00:00Z', 90],
    ['2026-11-01T00:00:00Z', 0],
    ['2027-01-01T00:00:00Z', 100],
  ])('puts %s at %d percent', (time, place) => {
    expect(placeOf(Date.parse(time), frame)).toBeCloseTo(place);
  });

  it('goes to the edge where there is no beginning or end', () => {
    expect(partOf({}, frame)).toEqual({ left: 0, width: 100 });
    const start = '2026-12-06T00:00:00Z';
    expect(partOf({ start }, frame)).toEqual({ left: 50, width: 50 });
    expect(
      partOf({ start, end: '2026-12-07T00:00:00Z' }, frame).width,
    ).toBeCloseTo(10);
  });

  it('marks days by the clock of the reader, and weeks in a long frame', () => {
    const days = ticksOf(frame, 'Europe/Zurich');
    expect(days.map(({ label }) => label)).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(day => `${day} Dec`),
    );
    // Midnight in Zurich is an hour earlier.
    expect(days[0].left).toBeCloseTo((23 / 240) * 100);
    const month = { ...frame, to: '2026-12-29T00:00:00Z' };
    // Mondays.
    expect(ticksOf(month, 'UTC').map(({ label }) => label)).toEqual([
      '7 Dec',
      '14 Dec',
      '21 Dec',
      '28 Dec',
    ]);
  });
});
