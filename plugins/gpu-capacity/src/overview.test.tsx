import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { Overview } from '@fairway/plugin-gpu-capacity-common';
import { screen, within } from '@testing-library/react';
import { gpuCapacityApiRef } from './api';
// The page loads lazily; loading it here keeps slow machines from waiting within a test.
import './components/GpuCapacityPages';
import { overview } from './overview.fixture';
import { gpuCapacityPlugin } from './plugin';

function open(getOverview: () => Promise<Overview>) {
  renderTestApp({
    features: [gpuCapacityPlugin],
    extensions: [
      // Links lead to pages of entities.
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { name: 'gpu-west' },
        },
      }),
    ],
    initialRouteEntries: ['/gpu-capacity'],
    apis: [[gpuCapacityApiRef, { getOverview }]],
  });
}

describe('Overview', () => {
  it('says first what is held and what it costs, and shows all clusters', async () => {
    open(async () => overview);
    expect(await screen.findByText(overview.headline)).toBeInTheDocument();
    const [, west, east] = within(
      screen.getByRole('table', { name: 'Clusters' }),
    ).getAllByRole('row');
    expect(west).toHaveTextContent(
      /GPU cluster west.*16.*9 busy, 2 held idle, 5 free.*as of/,
    );
    expect(east).toHaveTextContent(
      /gpu-east.*unknown.*not known.*not observed: connection refused/,
    );
  });

  it('says what it costs by class and by owner, and of how many devices', async () => {
    open(async () => overview);
    const cost = await screen.findByRole('region', {
      name: 'A month costs 20,000 EUR',
    });
    expect(cost).toHaveTextContent(
      '14.5 of 16 devices have a price; without one: L4.',
    );
    expect(within(cost).getByRole('row', { name: /^busy/ })).toHaveTextContent(
      '15,000 EUR, and 1 without a price',
    );
    const [, own, hidden, nobody] = within(
      within(cost).getByRole('table', { name: 'Cost by owner' }),
    ).getAllByRole('row');
    expect(own).toHaveTextContent(
      /^Machine learningDevices6\.5Idle2A month9,000 EURForVision$/,
    );
    expect(hidden).toHaveTextContent(
      /^Owners that you may not see, together.*6,000 EUR/,
    );
    expect(nobody).toHaveTextContent(/^Nobody: .*no price/);
    expect(
      within(cost).getByRole('img', {
        name: 'Cost by day in EUR: 2 whole days cost 640 to 660 EUR each.',
      }),
    ).toBeInTheDocument();
  });

  it('lists what could be given back, what costs most first', async () => {
    open(async () => overview);
    const part = await screen.findByRole('region', {
      name: 'What could be given back',
    });
    const [, idle, stranded] = within(part).getAllByRole('row');
    expect(idle).toHaveTextContent(
      /^VisionH100 80GB HBM3 on gpu-west.*Held idle.*3,000 EUR.*held for 9 h.*Machine learning/,
    );
    expect(stranded).toHaveTextContent(
      /^Nobodyunknown product on gpu-west.*Stranded.*no price/,
    );
    expect(part).toHaveTextContent('and 3 more that cost less');
  });

  it('says when it runs out as a band, and what that assumes', async () => {
    open(async () => overview);
    const part = await screen.findByRole('region', {
      name: 'When it runs out',
    });
    expect(part).toHaveTextContent('it assumes that demand goes on as it did');
    const [, estimate, unknown] = within(part).getAllByRole('row');
    expect(estimate).toHaveTextContent(
      /20 Dec 2026 or later, or never, most likely 10 Jan 2027 \(90% interval\).*30 days/,
    );
    expect(unknown).toHaveTextContent(/not said.*Not enough history.*3 days/);
  });

  it('leads to what-if, and says which page it is', async () => {
    open(async () => overview);
    const links = await screen.findByRole('navigation', {
      name: 'GPU capacity',
    });
    expect(
      within(links).getByRole('link', { name: 'All clusters' }),
    ).toHaveAttribute('aria-current', 'page');
    expect(
      within(links).getByRole('link', { name: 'What if' }),
    ).toHaveAttribute('href', '/gpu-capacity/what-if');
  });

  it('says what would fill it', async () => {
    open(async () => ({
      ...overview,
      headline: 'No cluster is configured.',
      clusters: [],
    }));
    expect(
      await screen.findByText(/once the kubernetes configuration/),
    ).toBeInTheDocument();
  });

  it('says what failed and offers to try again', async () => {
    open(async () => {
      throw new Error('connection refused');
    });
    expect(
      within(await screen.findByRole('alert')).getByRole('button', {
        name: 'Try again',
      }),
    ).toBeInTheDocument();
  });

  it('tells a reader without the permission so', async () => {
    open(async () => {
      throw await ResponseError.fromResponse(
        new Response('', { status: 403, statusText: 'Forbidden' }),
      );
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the overview',
    );
  });
});
