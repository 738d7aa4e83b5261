import { textPattern } from './textPattern';

describe('textPattern', () => {
  it('finds a message anywhere in a text and reads its values', () => {
    const match = textPattern('error cloning {repository}: ')(
      'step "clone": error cloning https://git.example.com/a/b: no',
    );
    expect(match).toEqual({
      index: 14,
      specificity: 16,
      groups: { repository: 'https://git.example.com/a/b' },
    });
  });

  it('accepts digits only where it says so', () => {
    const pattern = textPattern('pull request {number:d} not found');
    expect(pattern('pull request 7 not found')?.groups).toEqual({
      number: '7',
    });
    expect(pattern('pull request x not found')).toBeUndefined();
  });

  it('is bound to the ends where it says so', () => {
    const pattern = textPattern('^failed$');
    expect(pattern('failed')).toEqual({
      index: 0,
      specificity: 6,
      groups: {},
    });
    expect(pattern('it failed')).toBeUndefined();
    expect(pattern('failed to build')).toBeUndefined();
  });

  it('takes the last value to the end of its line', () => {
    expect(textPattern('failed with: {reason}')('failed with: a\nb')?.groups)
      // The second line is another message.
      .toEqual({ reason: 'a' });
  });

  it('does not begin with a placeholder', () => {
    expect(() => textPattern('{name} failed')).toThrow('placeholder');
  });

  it('tries again after a start that leads nowhere', () => {
    expect(
      textPattern('HTTP ({status:d}) response')(
        'HTTP (x) response, HTTP (500) response',
      )?.groups,
    ).toEqual({ status: '500' });
  });
});
