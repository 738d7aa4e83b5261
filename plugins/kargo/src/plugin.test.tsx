import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { EntityPromotions } from '@fairway/plugin-kargo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kargoApiRef } from './api';
import { kargoPlugin } from './plugin';
import { entityPromotions, project } from './promotions.fixture';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', annotations: { 'kargo/project': 'checkout' } },
};

function open(getEntityPromotions: () => Promise<EntityPromotions>) {
  return renderTestApp({
    features: [kargoPlugin],
    extensions: [createTestEntityPage({ entity })],
    apis: [[kargoApiRef, { getEntityPromotions }]],
  });
}

describe('Promotions tab', () => {
  it('says first where the version is, then shows the stages', async () => {
    open(async () => entityPromotions);
    expect(
      await screen.findByText(
        '1.8.3 is in test, healthy. Production has 1.8.2, unhealthy.',
      ),
    ).toBeInTheDocument();
    const stages = screen.getByRole('table', {
      name: 'Stages of checkout on Platform control plane',
    });
    const prod = within(stages).getByRole('row', { name: /prod/ });
    expect(prod).toHaveTextContent('production, shard eu-central');
    expect(prod).toHaveTextContent('1.8.2');
    expect(prod).toHaveTextContent('step "push" errored: remote hung up');
    expect(prod).toHaveTextContent('2 of 3 pods are crash-looping');
    // The freight object is gone, so nobody knows since when.
    expect(prod).toHaveTextContent('unknown');
  });

  it('opens a promotion to its steps', async () => {
    open(async () => entityPromotions);
    await userEvent.click(
      await screen.findByRole('button', { name: /Errored: 1.8.3 to prod/ }),
    );
    const steps = screen.getByRole('table', { name: /^Steps of prod/ });
    expect(within(steps).getByRole('row', { name: /clone/ })).toHaveTextContent(
      '2 min',
    );
    expect(within(steps).getByRole('row', { name: /push/ })).toHaveTextContent(
      'remote hung up',
    );
  });

  it('shows freight and how far it has come', async () => {
    open(async () => entityPromotions);
    await userEvent.click(await screen.findByRole('tab', { name: 'Freight' }));
    expect(
      await screen.findByRole('row', { name: /gilded-otter/ }),
    ).toHaveTextContent('no stage');
  });

  it('shows a skeleton while loading', async () => {
    open(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading the promotions' }),
    ).toBeInTheDocument();
  });

  it('says what failed and offers to try again', async () => {
    open(async () => {
      throw new Error('connection refused');
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Could not load the promotions');
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
      'You may not see the promotions',
    );
  });

  it('says what to do when there is nothing', async () => {
    open(async () => ({
      headline: 'No control plane has the project checkout.',
      notices: ['Create the Kargo project checkout.'],
      projects: [],
    }));
    expect(
      await screen.findByText('Create the Kargo project checkout.'),
    ).toBeInTheDocument();
  });

  it('does not show what it may not read as empty', async () => {
    const unobserved = {
      freshness: {
        status: 'unobserved',
        reason: 'the portal may not list promotions',
      },
      malformed: [],
      items: [],
    } as const;
    open(async () => ({
      ...entityPromotions,
      projects: [
        { ...project, promotions: { ...unobserved, malformed: [], items: [] } },
      ],
    }));
    expect(
      await screen.findByText(
        'not observed: the portal may not list promotions',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('The promotions are unknown.')).toBeInTheDocument();
    expect(screen.queryByText(/No promotion/)).not.toBeInTheDocument();
  });

  it('names an object that could not be read beside the others', async () => {
    open(async () => ({
      ...entityPromotions,
      projects: [
        {
          ...project,
          stages: {
            ...project.stages,
            malformed: [{ key: 'checkout/uat', message: 'spec is missing' }],
          },
        },
      ],
    }));
    expect(
      await screen.findByText(/checkout\/uat is missing here/),
    ).toHaveTextContent('spec is missing');
    expect(screen.getByRole('row', { name: /prod/ })).toBeInTheDocument();
  });
});
