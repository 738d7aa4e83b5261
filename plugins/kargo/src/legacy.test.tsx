import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { kargoApiRef } from './api';
import { EntityPromotionsContent } from './legacy';
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
