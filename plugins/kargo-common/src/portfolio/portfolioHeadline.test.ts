import { portfolioHeadline } from './portfolioHeadline';

const none = {
  failed: 0,
  stuck: 0,
  drifted: 0,
  waiting: 0,
  unknown: 0,
  moving: 0,
  steady: 0,
};

describe('portfolioHeadline', () => {
  it.each([
    [
      { failed: 2, stuck: 1, steady: 21 },
      '3 of 24 projects need somebody: 2 failed, 1 is stuck.',
    ],
    [
      { stuck: 2, waiting: 3 },
      '5 of 5 projects need somebody: 2 are stuck, 3 wait for a person.',
    ],
    [{ drifted: 1 }, '1 of 1 project needs somebody: 1 drifted.'],
    [{ moving: 2, steady: 3 }, 'None of 5 projects needs somebody.'],
    [{ steady: 1 }, 'The project needs nobody.'],
    [
      { steady: 3, unknown: 2 },
      'None of 5 projects needs somebody. The state of 2 is unknown.',
    ],
    [{}, 'There is no project here.'],
  ])('of %j is %s', (counts, headline) => {
    expect(portfolioHeadline({ ...none, ...counts })).toBe(headline);
  });
});
