import {
  portfolioSearchParams,
  readPortfolioQuery,
} from './portfolioSearchParams';

const DEFAULTS = { sort: 'urgency', order: 'asc', offset: 0, limit: 25 };

describe('the query of the portfolio in a URL', () => {
  it.each([
    ['', DEFAULTS],
    [
      'state=failed&state=stuck&owner=group%3Adefault%2Fa&offset=25',
      {
        ...DEFAULTS,
        state: ['failed', 'stuck'],
        owner: ['group:default/a'],
        offset: 25,
      },
    ],
    [
      'text=1.8&sort=title&order=desc',
      { ...DEFAULTS, text: '1.8', sort: 'title', order: 'desc' },
    ],
  ])('reads and writes "%s"', (text, query) => {
    const read = readPortfolioQuery(new URLSearchParams(text));
    expect(read).toEqual(query);
    expect([...portfolioSearchParams(read)].sort()).toEqual(
      [...new URLSearchParams(text)].sort(),
    );
  });

  it('passes over what means nothing', () => {
    expect(
      readPortfolioQuery(
        new URLSearchParams('state=broken&limit=0&sort=&text=ok&other=1'),
      ),
    ).toEqual({ ...DEFAULTS, text: 'ok' });
  });
});
