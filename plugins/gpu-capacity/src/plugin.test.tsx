import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { GpuCapacity } from '@fairway/plugin-gpu-capacity-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gpuCapacityApiRef } from './api';
import { pool } from './capacity.fixture';
// The tab loads lazily; loading it here keeps slow machines from waiting within a test.
import './components/GpuCapacityContent';
import { gpuCapacityPlugin } from './plugin';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'h100',
    annotations: { 'gpu-capacity/cluster': 'gpu-west' },
  },
  spec: { type: 'gpu-pool' },
};

function open(getEntityCapacity: () => Promise<GpuCapacity>, search = '') {
  return renderTestApp({
    features: [gpuCapacityPlugin],
    extensions: [createTestEntityPage({ entity })],
    // The test page shows cards and tabs at once, an entity page does not.
    config: {
      app: { extensions: [{ 'entity-card:gpu-capacity/capacity': false }] },
    },
    initialRouteEntries: [`/${search}`],
    apis: [[gpuCapacityApiRef, { getEntityCapacity }]],
  });
}

describe('GPU capacity of a pool', () => {
  it('says first what is held and free, and where all devices are', async () => {
    open(async () => pool);
    expect(await screen.findByText(pool.headline)).toBeInTheDocument();
    const bar = screen.getByRole('figure', { name: 'Where all devices are' });
    expect(bar).toHaveTextContent(
      'busy 9held idle 1held, no metric 1free 1stranded 1blocked 2lost 1of 16',
    );
    expect(screen.getByText(/^Not counted as devices/)).toHaveTextContent(
      'Not counted as devices: 7 nvidia.com/mig-1g.5gb. How many physical devices they are is not known.',
    );
  });

  it('has the bar as a table too, which says what the words mean', async () => {
    open(async () => pool);
    await userEvent.click(
      await screen.findByRole('button', { name: /^Show as a table/ }),
    );
    const table = await screen.findByRole('table', {
      name: 'Where all devices are',
    });
    expect(
      within(table).getByRole('row', { name: /^blocked/ }),
    ).toHaveTextContent(/Devices2.*Share12.5%.*cordoned, leaving or not ready/);
    expect(
      screen.getByRole('button', { name: 'Hide the table' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('says for each product what fits into what is free', async () => {
    open(async () => pool);
    const h100 = await screen.findByRole('region', { name: 'H100 80GB HBM3' });
    expect(h100).toHaveTextContent(
      'nvidia.com/gpu, whole devices, on 2 nodes16 units, 16 physical devices',
    );
    const slots = within(h100).getByRole('table', { name: /^What fits/ });
    expect(
      within(slots)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent),
    ).toEqual([
      '1 deviceFits so often2On nodes1',
      '2 devicesFits so often1On nodes1',
      '4 devicesFits so often0On nodes0',
      '8 devicesFits so often0On nodes0',
    ]);
    expect(h100).toHaveTextContent(
      'Fragmentation 50% of what is free cannot be used',
    );
    expect(
      screen.getByRole('region', {
        name: 'A100 SXM4 40GB, nvidia.com/mig-1g.5gb',
      }),
    ).toHaveTextContent('of an unknown number of physical devices');
  });

  it('says what would have to move, that nothing does, and names no pod of others', async () => {
    open(async () => pool);
    const box = await screen.findByRole('region', {
      name: 'What would have to move',
    });
    expect(box).toHaveTextContent('nothing is moved or evicted from here');
    expect(box).toHaveTextContent('There may be a smaller set');
    const [, own, other] = within(box).getAllByRole('row');
    expect(own).toHaveTextContent(/ml\/batch-0.*1 GPU.*gpu-03/);
    expect(other).toHaveTextContent(/a pod of another team.*100/);
  });

  it('says who waits, what is wasted and what is not observed', async () => {
    open(async () => ({
      ...pool,
      pods: {
        ...pool.pods,
        freshness: { status: 'stale', error: 'connection refused' },
      },
    }));
    expect(
      await screen.findByText(/1 pod holds accelerators of this pool/),
    ).toBeInTheDocument();
    expect(screen.getByText(/1 pod waits for/)).toBeInTheDocument();
    expect(screen.getByText(/2 pods are held back/)).toBeInTheDocument();
    expect(
      screen.getByText(
        'Metrics of devices are not observed: no Prometheus is set',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Disruption budgets/)).not.toBeInTheDocument();
    expect(
      screen.getByText('never read: connection refused'),
    ).toBeInTheDocument();
  });

  it('says how much of what is held reports what it does', async () => {
    open(async () => ({
      ...pool,
      measured: {
        held: 22,
        reporting: 18,
        notes: ['Two exporters report gpu-01.'],
        sources: ['dcgm-exporter DCGM_FI_PROF_GR_ENGINE_ACTIVE'],
      },
    }));
    expect(
      await screen.findByText(/^18 of 22 held devices report what they do, by/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Two exporters report gpu-01.'),
    ).toBeInTheDocument();
  });

  it('does not say what fits without pods', async () => {
    open(async () => ({
      ...pool,
      pods: {
        ...pool.pods,
        freshness: { status: 'unobserved', reason: 'may not list pods' },
      },
    }));
    expect(
      await screen.findAllByText('How many are held and free is unknown.'),
    ).toHaveLength(2);
    expect(
      screen.queryByRole('table', { name: /^What fits/ }),
    ).not.toBeInTheDocument();
  });

  it('lists what is wrong, the worst first', async () => {
    open(async () => pool);
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Health (2)' }),
    );
    const [lost, cordoned] = within(
      await screen.findByRole('list', { name: 'Health' }),
    ).getAllByRole('listitem');
    expect(lost).toHaveTextContent(/^Bad: gpu-01 has lost 1 .* began .* ago$/);
    expect(cordoned).toHaveTextContent(/^To know: gpu-02 is cordoned/);
  });

  it('does not say of an error that is the last one that it goes on', async () => {
    const xid = {
      kind: 'xid',
      severity: 'bad',
      node: 'gpu-01',
      since: '2026-11-21T12:00:00Z',
      sentence: 'Device 3 of gpu-01 last reported XID 79.',
    } as const;
    open(async () => ({ ...pool, health: [xid] }), '?tab=health');
    expect(
      await screen.findByRole('list', { name: 'Health' }),
    ).toHaveTextContent(/XID 79\. first seen as the last one .* ago$/);
  });

  it('says that nothing is wrong, and only where that is known', async () => {
    open(async () => ({ ...pool, health: [] }), '?tab=health');
    expect(
      await screen.findByText('Nothing is known to be wrong.'),
    ).toBeInTheDocument();
  });
});

describe('States of the tab', () => {
  it('shows a skeleton while loading', async () => {
    open(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading the GPU capacity' }),
    ).toBeInTheDocument();
  });

  it('says what failed and offers to try again', async () => {
    open(async () => {
      throw new Error('connection refused');
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Could not load the GPU capacity');
    expect(alert).toHaveTextContent('connection refused.');
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
      'You may not see the GPU capacity',
    );
  });

  it('says what to do when there is nothing', async () => {
    open(async () => ({
      scope: 'none',
      headline: 'The cluster gpu-west cannot be read.',
      advice: 'There is no cluster "gpu-west".',
    }));
    expect(
      await screen.findByText('There is no cluster "gpu-west".'),
    ).toBeInTheDocument();
  });

  it('says how nodes come to a pool that has none', async () => {
    open(async () => ({
      ...pool,
      nodes: { ...pool.nodes, items: [] },
      groups: [],
      moves: undefined,
    }));
    expect(
      await screen.findByText(/gpu-capacity\/node-selector/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: /^Devices of/ }),
    ).not.toBeInTheDocument();
  });
});
