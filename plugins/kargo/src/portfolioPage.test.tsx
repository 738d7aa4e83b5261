import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { Portfolio, PortfolioQuery } from '@fairway/plugin-kargo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kargoApiRef } from './api';
// The page loads lazily; loading it here keeps slow machines from waiting within a test.
import './components/PortfolioPage';
import { kargoPlugin } from './plugin';
import { portfolio } from './portfolio.fixture';

function open(
  answer: (query: Partial<PortfolioQuery>) => Promise<Portfolio>,
  search = '',
) {
  const getPortfolio = jest.fn(answer);
  renderTestApp({
    features: [kargoPlugin],
    initialRouteEntries: [`/promotions${search}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [[kargoApiRef, { getPortfolio }]],
  });
  return { getPortfolio };
}

const table = () => screen.findByRole('table', { name: 'Projects' });

describe('Promotions page', () => {
  it('says first how many projects need somebody, then which and why', async () => {
    open(async () => portfolio);
    expect(await screen.findByText(portfolio.headline)).toBeInTheDocument();
    expect(screen.getByText(portfolio.notices[0])).toBeInTheDocument();
    const rows = within(await table())
      .getAllByRole('row')
      .slice(1);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toHaveTextContent(
      'checkout, on Platform control plane, shards default, emea',
    );
    expect(rows[0]).toHaveTextContent(
      'FailedProd failed: step "push" errored: remote hung up. And 2 more.',
    );
    expect(rows[0]).toHaveTextContent('1.8.2, 1.8.1');
    expect(rows[0]).toHaveTextContent('1 bad, 2 to look at, 3 good');
    expect(rows[0]).toHaveTextContent('assumed: nobody has set it');
    expect(
      within(rows[0]).getByRole('link', { name: 'Checkout' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/promotions');
    expect(rows[1]).toHaveTextContent('Waits for a person');
    expect(rows[2]).toHaveTextContent(
      'UnknownNo control plane has the project nowhere.',
    );
  });

  it('asks for what the URL says', async () => {
    const { getPortfolio } = open(
      async () => portfolio,
      '?state=failed&owner=group:default/payments&offset=50&limit=oops',
    );
    await table();
    expect(getPortfolio).toHaveBeenCalledWith({
      state: ['failed'],
      owner: ['group:default/payments'],
      sort: 'urgency',
      order: 'asc',
      offset: 50,
      limit: 25,
    });
  });

  it('narrows by a filter, and goes to the first page for it', async () => {
    const { getPortfolio } = open(async () => portfolio, '?offset=25');
    await table();
    await userEvent.click(screen.getByRole('button', { name: /Owner/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'payments (20)' }),
    );
    expect(getPortfolio).toHaveBeenLastCalledWith(
      expect.objectContaining({ owner: ['group:default/payments'], offset: 0 }),
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: /State/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Needs somebody (2)' }),
    );
    expect(getPortfolio).toHaveBeenLastCalledWith(
      expect.objectContaining({
        owner: ['group:default/payments'],
        state: ['failed', 'stuck', 'drifted', 'waiting'],
      }),
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: /Order/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'By owner' }),
    );
    expect(getPortfolio).toHaveBeenLastCalledWith(
      expect.objectContaining({
        owner: ['group:default/payments'],
        sort: 'owner',
      }),
    );
  }, 20_000);

  it('takes several values of one filter, and keeps them in the URL', async () => {
    const { getPortfolio } = open(
      async () => portfolio,
      '?owner=group:default/gone&state=failed&state=moving',
    );
    await table();
    expect(screen.getByRole('button', { name: /State/ })).toHaveTextContent(
      /Failed \(\d+\).*Moving \(\d+\)/,
    );
    await userEvent.click(screen.getByRole('button', { name: /Owner/ }));
    const list = await screen.findByRole('listbox', { name: /Owner/ });
    // What nothing has any more can still be taken away.
    expect(
      within(list).getByRole('option', { name: 'gone (0)' }),
    ).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(
      within(list).getByRole('option', { name: 'payments (20)' }),
    );
    expect(getPortfolio).toHaveBeenLastCalledWith(
      expect.objectContaining({
        owner: ['group:default/gone', 'group:default/payments'],
        state: ['failed', 'moving'],
      }),
    );
    await userEvent.click(
      within(list).getByRole('option', { name: 'gone (0)' }),
    );
    await userEvent.click(
      within(list).getByRole('option', { name: 'payments (20)' }),
    );
    const [last] = getPortfolio.mock.lastCall ?? [];
    expect(last?.owner).toBeUndefined();
  }, 20_000);

  it('asks once for a word, and can forget it again', async () => {
    const { getPortfolio } = open(async query =>
      query.text ? { ...portfolio, items: [], total: 0 } : portfolio,
    );
    await table();
    const text = screen.getByRole('searchbox', { name: 'Text' });
    const before = getPortfolio.mock.calls.length;
    await userEvent.type(text, 'check ');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all' }),
    );
    await table();
    expect(text).toHaveValue('');
    const asked = getPortfolio.mock.calls.slice(before);
    expect(asked.map(([query]) => query.text)).toEqual(['check', undefined]);
  });

  it('goes from page to page', async () => {
    const { getPortfolio } = open(async ({ offset = 0 }) => ({
      ...portfolio,
      offset,
    }));
    const pages = await screen.findByRole('navigation', { name: 'Pages' });
    expect(pages).toHaveTextContent('1 to 3 of 24');
    expect(
      within(pages).getByRole('button', { name: 'Previous' }),
    ).toBeDisabled();
    await userEvent.click(within(pages).getByRole('button', { name: 'Next' }));
    expect(getPortfolio).toHaveBeenLastCalledWith(
      expect.objectContaining({ offset: 3 }),
    );
    expect(await screen.findByText('4 to 6 of 24')).toBeInTheDocument();
  });

  it('shows a skeleton while loading', async () => {
    open(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading the projects' }),
    ).toBeInTheDocument();
  });

  it('says what failed and offers to try again', async () => {
    open(async () => {
      throw new Error('connection refused');
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Could not load the projects');
    expect(
      within(alert).getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('tells a reader without the permission so', async () => {
    open(async () => {
      throw await ResponseError.fromResponse(
        new Response('', { status: 403, statusText: 'Forbidden' }),
      );
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the projects',
    );
  });

  const nothing = { ...portfolio, items: [], total: 0, notices: [] };

  it('says what to do where there is nothing', async () => {
    open(async () => nothing);
    expect(
      await screen.findByText(/has the annotation kargo\/project/),
    ).toBeInTheDocument();
  });

  it('leads out of filters that leave nothing', async () => {
    const { getPortfolio } = open(async () => nothing, '?text=nope');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all' }),
    );
    expect(getPortfolio).toHaveBeenLastCalledWith(
      expect.not.objectContaining({ text: 'nope' }),
    );
  });
});
