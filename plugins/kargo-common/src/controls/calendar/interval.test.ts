import fc from 'fast-check';
import { contains, gaps, union } from './interval';

const interval = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('interval', () => {
  it('joins what overlaps or touches', () => {
    expect(
      union([
        { start: 5, end: 7 },
        { start: 1, end: 2 },
        { start: 2, end: 3 },
        { start: 6, end: 6 },
        { start: 6, end: 9 },
      ]),
    ).toEqual([
      { start: 1, end: 3 },
      { start: 5, end: 9 },
    ]);
  });

  it('divides a frame into what is covered and what is free', () => {
    fc.assert(
      fc.property(fc.array(interval), intervals => {
        const free = gaps(intervals, { start: 10, end: 40 });
        for (let at = 10; at < 40; at++) {
          const covered = intervals.some(part => contains(part, at));
          expect(free.some(part => contains(part, at))).toBe(!covered);
        }
      }),
    );
  });
});
