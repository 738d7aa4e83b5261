import { parseGoDuration } from './goDuration';

describe('parseGoDuration', () => {
  it.each([
    ['1h30m', 5400],
    ['2.5s', 2.5],
    ['12m0s', 720],
    ['336h', 1_209_600],
    ['250ms', 0.25],
    ['0', 0],
    ['0s', 0],
    ['.5h', 1800],
  ])('reads %s', (text, seconds) => {
    expect(parseGoDuration(text)).toBe(seconds);
  });

  it.each(['', '5', '1d', 'h', '1h 30m', 'soon', '-1h', '1h30'])(
    'does not read "%s"',
    text => {
      expect(parseGoDuration(text)).toBeUndefined();
    },
  );
});
