import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { kargoApiRef } from './api';
import {
  EntityProductionCard,
  EntityPromotionsContent,
  PromotionsPage,
} from './legacy';
import { portfolio } from './portfolio.fixture';
import { entityPromotions } from './promotions.fixture';

describe('Promotions tab in the old frontend system', () => {
  it('mounts', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [kargoApiRef, { getEntityPromotions: async () => entityPromotions }],
        ]}
      >
        <EntityProvider
          entity={{
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'checkout' },
          }}
        >
          <EntityPromotionsContent />
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(
      await screen.findByText(entityPromotions.headline),
    ).toBeInTheDocument();
  });
});

describe('Promotions card and page in the old frontend system', () => {
  it('mount', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            kargoApiRef,
            {
              getEntityPromotions: async () => entityPromotions,
              getPortfolio: async () => portfolio,
            },
          ],
        ]}
      >
        <Routes>
          <Route path="/" element={<PromotionsPage />} />
        </Routes>
        <EntityProvider
          entity={{
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'checkout' },
          }}
        >
          <EntityProductionCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    expect(await screen.findByText(portfolio.headline)).toBeInTheDocument();
    expect(
      await screen.findByText(/^In production: 1.8.2/),
    ).toBeInTheDocument();
  });
});
