import { incompleteBeta } from './incompleteBeta';

describe('incompleteBeta', () => {
  // R 4.2.2: pbeta(x, a, b).
  it.each([
    [2, 3, 0.1, 0.0523],
    [0.5, 6, 0.5, 0.9953183952],
    [30, 2.5, 0.9, 0.2625483209],
    [5, 200, 0.01, 0.0554097303],
    [1, 1, 0, 0],
    [1, 1, 1, 1],
  ])('incomplete beta (%d, %d) at %d', (a, b, x, value) => {
    expect(incompleteBeta(a, b, x)).toBeCloseTo(value, 9);
  });
});
