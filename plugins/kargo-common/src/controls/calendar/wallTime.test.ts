import { DateTime } from 'luxon';
import { inZone, wallTimeAt } from './wallTime';

const HOUR = 3_600_000;
const STEP = 5 * HOUR;
const start = Date.parse('2026-01-01T00:30:00Z');
const walls = Array.from(
  { length: Math.floor((365 * 24 * HOUR) / STEP) },
  (_, index) => start + index * STEP,
);

describe('inZone', () => {
  it.each([
    'Europe/Zurich',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kolkata',
    'UTC',
  ])('gives instants at which clocks in %s show the time', zone => {
    const wrong = walls.filter(wall => {
      const time = inZone(wall, zone);
      if (time.status === 'never') return false;
      const shown = DateTime.fromMillis(time.millis, { zone });
      return (
        wallTimeAt(time.millis, zone) !== wall ||
        shown.toFormat('yyyy-MM-dd HH:mm') !==
          DateTime.fromMillis(wall, { zone: 'utc' }).toFormat(
            'yyyy-MM-dd HH:mm',
          )
      );
    });
    expect(wrong).toEqual([]);
  });

  it('knows the hours that clocks skip and repeat', () => {
    const wall = (time: string) => Date.parse(`${time}Z`);
    expect(inZone(wall('2026-03-29T02:30'), 'Europe/Zurich')).toEqual({
      status: 'never',
      shifted: wall('2026-03-29T01:30'),
    });
    // The first of two.
    expect(inZone(wall('2026-10-25T02:30'), 'Europe/Zurich')).toEqual({
      status: 'once',
      millis: wall('2026-10-25T00:30'),
    });
  });
});
