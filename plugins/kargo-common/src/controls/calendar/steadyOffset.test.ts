import { steadyOffset } from './steadyOffset';

const HOUR = 3_600_000;
const at = (time: string) => Date.parse(time);

describe('steadyOffset', () => {
  it.each([
    ['Europe/Zurich', '2026-01-15T12:00:00Z', 1],
    ['Europe/Zurich', '2026-07-15T12:00:00Z', 2],
    ['America/New_York', '2026-01-15T12:00:00Z', -5],
    ['Asia/Kolkata', '2026-01-15T12:00:00Z', 5.5],
    ['Pacific/Kiritimati', '2026-01-15T12:00:00Z', 14],
    ['UTC', '2026-01-15T12:00:00Z', 0],
  ])('is in %s at %s %d hours', (zone, time, hours) => {
    expect(steadyOffset(zone, at(time))).toBe(hours * HOUR);
  });

  it.each([
    // Clocks go forward on 29 March and back on 25 October 2026, at 01:00 UTC.
    ['2026-03-28T12:00:00Z', '2026-03-28T12:00:00Z'],
    ['2026-03-29T03:30:00Z', '2026-03-29T03:30:00Z'],
    ['2026-10-24T23:00:00Z', '2026-10-24T23:00:00Z'],
    ['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'],
    // Both changes lie within, so that both ends look the same.
    ['2026-01-15T00:00:00Z', '2026-12-15T00:00:00Z'],
  ])('is not known where clocks change, from %s to %s', (from, to) => {
    expect(steadyOffset('Europe/Zurich', at(from), at(to))).toBeUndefined();
  });

  it('is known up to two days before clocks change', () => {
    expect(steadyOffset('Europe/Zurich', at('2026-03-26T12:00:00Z'))).toBe(
      HOUR,
    );
  });
});
