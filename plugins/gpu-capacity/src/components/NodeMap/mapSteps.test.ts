import { stepOf } from './mapSteps';

describe('stepOf', () => {
  // Three columns and seven tiles: 0 1 2 / 3 4 5 / 6
  it.each([
    ['ArrowRight', 2, 3],
    ['ArrowRight', 6, 6],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 6, 3],
    ['ArrowUp', 2, 2],
    ['Home', 5, 0],
    ['End', 1, 6],
  ])('goes with %s from %d to %d', (key, index, next) => {
    expect(stepOf(key)?.({ index, columns: 3, count: 7 })).toBe(next);
  });

  it('has none for other keys', () => {
    expect(stepOf('x')).toBeUndefined();
  });
});
