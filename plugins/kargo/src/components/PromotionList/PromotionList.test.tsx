import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { PromotionView } from '@fairway/plugin-kargo-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kargoApiRef } from '../../api';
import { promotionDetail } from '../../promotions.fixture';
import { PromotionList } from './PromotionList';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout' },
};

const promotions = Array.from(
  { length: 40 },
  (_, index): PromotionView => ({
    name: `prod.${index}`,
    stage: 'prod',
    version: `1.${index}.0`,
    phase: 'Succeeded',
  }),
);

async function show(search = '') {
  await renderInTestApp(
    <TestApiProvider
      apis={[[kargoApiRef, { getPromotion: async () => promotionDetail }]]}
    >
      <EntityProvider entity={entity}>
        <PromotionList
          controlPlane="platform"
          promotions={promotions}
          total={60_000}
        />
      </EntityProvider>
    </TestApiProvider>,
    { routeEntries: [`/${search}`] },
  );
}

const names = () =>
  screen
    .getAllByRole('button', { name: /^Succeeded/ })
    .map(button => button.textContent);

describe('PromotionList', () => {
  it('shows the newest first, and more where somebody asks', async () => {
    await show();
    expect(names()).toHaveLength(15);
    expect(
      screen.getByText('The newest 15 of 60000 promotions.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(names()).toHaveLength(30);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(names()).toHaveLength(40);
    expect(
      screen.getByText('The newest 40 of 60000 promotions.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('shows the promotion that a link leads to, also further down', async () => {
    await show('?promotion=platform%2Fprod.20');
    expect(names()).toHaveLength(21);
    expect(
      screen.getByRole('button', { name: 'Succeeded: 1.20.0 to prod' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });
});
