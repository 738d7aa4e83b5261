import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [12.9, '12 s'],
    [60, '1 min'],
    [125, '2 min'],
    [11_520, '3 h 12 min'],
    [7_200, '2 h'],
    [93_600, '1 d 2 h'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
