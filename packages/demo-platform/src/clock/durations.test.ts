import { formatDuration, parseDuration } from './durations';

describe('durations', () => {
  it.each([
    ['45s', 45_000],
    ['1h30m', 5_400_000],
    ['24h30m0s', 88_200_000],
    ['2d', 172_800_000],
    ['500ms', 500],
  ])('reads %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '5', 'h', '5 minutes'])('refuses "%s"', text => {
    expect(() => parseDuration(text)).toThrow('is not a duration');
  });

  it.each([
    [88_200_000, '24h30m0s'],
    [90_000, '1m30s'],
    [5_000, '5s'],
  ])('writes %d ms', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});
