import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { EntityPromotions } from '@fairway/plugin-kargo-common';
import { screen } from '@testing-library/react';
import { kargoApiRef } from './api';
import './components/ProductionCard';
import { kargoPlugin } from './plugin';
import { entityPromotions } from './promotions.fixture';

function open(
  annotations: Record<string, string>,
  getEntityPromotions: () => Promise<EntityPromotions>,
) {
  renderTestApp({
    features: [kargoPlugin],
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout', annotations },
        },
      }),
    ],
    apis: [[kargoApiRef, { getEntityPromotions }]],
  });
}

describe('Promotions card', () => {
  it('says what is in production and what comes next', async () => {
    open({ 'kargo/project': 'checkout' }, async () => entityPromotions);
    expect(
      await screen.findByText(
        'In production: 1.8.2. Next: 1.8.3, soak in test: 12 min left.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All stages' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/promotions$/),
    );
  });

  it('says what fails', async () => {
    open({ 'kargo/project': 'checkout' }, async () => {
      throw new Error('connection refused');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'connection refused',
    );
  });
});
