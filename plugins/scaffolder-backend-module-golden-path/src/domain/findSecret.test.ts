import { findSecret } from './findSecret';

describe('findSecret', () => {
  it.each([
    ['at the top', { token: 'hunter2' }, 'token'],
    [
      'in an object',
      { database: { password: 'hunter2' } },
      'database.password',
    ],
    ['in a list', { tokens: ['a', 'hunter2'] }, 'tokens.1'],
    [
      'inside a longer text',
      { url: 'https://me:correct-horse@forge.example.com' },
      'url',
    ],
  ])('finds a secret %s', (_where, answers, path) => {
    expect(findSecret(answers, ['hunter2', 'correct-horse'])).toBe(path);
  });

  it('does not take every text with a short secret in it for a leak', () => {
    expect(
      findSecret({ name: 'orders', port: 80, flag: true, none: null }, [
        'or',
        '',
      ]),
    ).toBeUndefined();
  });
});
