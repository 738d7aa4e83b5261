import { renderTestApp } from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { EntityPromotions } from '@fairway/plugin-kargo-common';
import { screen } from '@testing-library/react';
import { kargoApiRef } from './api';
import './components/ProductionCard';
import { kargoPlugin } from './plugin';
import { entityPromotions } from './promotions.fixture';

const otherCard = EntityCardBlueprint.make({
  name: 'other',
  params: { loader: async () => <p>The card of another plugin</p> },
});

function open(
  annotations: Record<string, string>,
  getEntityPromotions: () => Promise<EntityPromotions>,
) {
  renderTestApp({
    features: [kargoPlugin],
    extensions: [
      otherCard,
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout', annotations },
        },
      }),
    ],
    // The test page shows cards and tabs at once, an entity page does not.
    config: {
      app: { extensions: [{ 'entity-content:kargo/promotions': false }] },
    },
    apis: [[kargoApiRef, { getEntityPromotions }]],
  });
}

describe('Promotions card', () => {
  it('says what is in production and what comes next', async () => {
    open({ 'kargo/project': 'checkout' }, async () => entityPromotions);
    expect(
      await screen.findByText(
        'In production: 1.8.2. Next: 1.8.3, 12 min of soak left in test.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All stages' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/promotions$/),
    );
  });

  it('is on entities with a project only', async () => {
    const getEntityPromotions = jest.fn(async () => entityPromotions);
    open({}, getEntityPromotions);
    expect(
      await screen.findByText('The card of another plugin'),
    ).toBeInTheDocument();
    expect(getEntityPromotions).not.toHaveBeenCalled();
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
