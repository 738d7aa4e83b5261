import { identityApiRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type { Portfolio } from '@fairway/plugin-kargo-common';
import { screen, within } from '@testing-library/react';
import { kargoApiRef } from '../../api';
import { portfolio } from '../../portfolio.fixture';
import { OwnProjects } from './OwnProjects';

const OWN = ['user:default/ada', 'group:default/payments'];

async function show(answer: Portfolio) {
  const getPortfolio = jest.fn(async () => answer);
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [kargoApiRef, { getPortfolio }],
        [identityApiRef, mockApis.identity({ ownershipEntityRefs: OWN })],
      ]}
    >
      <OwnProjects />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return { getPortfolio };
}

describe('OwnProjects', () => {
  it('has the projects of the reader that need somebody', async () => {
    const items = portfolio.items.slice(0, 2);
    const { getPortfolio } = await show({ ...portfolio, items, total: 9 });
    const list = await screen.findByRole('list', {
      name: 'Projects that need somebody',
    });
    const [failed, waiting] = within(list).getAllByRole('listitem');
    expect(failed).toHaveTextContent('CheckoutFailed: Prod failed');
    expect(within(waiting).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/orders/promotions',
    );
    expect(screen.getByText('and 7 more')).toBeInTheDocument();
    expect(getPortfolio).toHaveBeenCalledWith({
      owner: OWN,
      state: ['failed', 'stuck', 'drifted', 'waiting'],
      limit: 5,
    });
  });

  it('says that all is well', async () => {
    const headline = 'None of 24 projects needs somebody.';
    await show({ ...portfolio, headline, items: [], total: 0 });
    expect(await screen.findByText(headline)).toBeInTheDocument();
  });

  it('says what would appear where there is no project', async () => {
    const counts = {
      failed: 0,
      stuck: 0,
      drifted: 0,
      waiting: 0,
      unknown: 0,
      moving: 0,
      steady: 0,
    };
    await show({ ...portfolio, counts, items: [], total: 0 });
    expect(await screen.findByText(/kargo\/project/)).toBeInTheDocument();
  });
});
