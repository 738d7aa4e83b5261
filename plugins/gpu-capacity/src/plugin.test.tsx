import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { GpuCapacity } from '@fairway/plugin-gpu-capacity-common';
import { screen, within } from '@testing-library/react';
import { gpuCapacityApiRef } from './api';
import { pool, workload } from './capacity.fixture';
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

function open(getEntityCapacity: () => Promise<GpuCapacity>) {
  return renderTestApp({
    features: [gpuCapacityPlugin],
    extensions: [createTestEntityPage({ entity })],
    apis: [[gpuCapacityApiRef, { getEntityCapacity }]],
  });
}

describe('GPU capacity tab', () => {
  it('says first what is held and free, then shows products and nodes', async () => {
    open(async () => pool);
    expect(
      await screen.findByText(
        '13 of 16 H100 are held; 2 are free on one node.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        '16 physical, 16 registered, 15 allocatable, 13 held, 2 free',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('figure', { name: 'Where H100 are' }),
    ).toHaveTextContent('lost 1');
    const nodes = screen.getByRole('table', { name: 'Nodes' });
    expect(
      within(nodes).getByRole('row', { name: /gpu-02/ }),
    ).toHaveTextContent(/Cordoned.*MIG layout is being changed.*unknown/);
    expect(
      screen.getByText(/1 pod holds accelerators of this pool/),
    ).toBeInTheDocument();
    expect(screen.getByText(/2 pods are held back/)).toBeInTheDocument();
  });

  it('does not show held and free without pods', async () => {
    open(async () => ({
      ...pool,
      pods: {
        ...pool.pods,
        freshness: { status: 'unobserved', reason: 'may not list pods' },
      },
    }));
    expect(
      await screen.findByText('How many are held and free is unknown.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('columnheader', { name: 'Free' }),
    ).not.toBeInTheDocument();
  });

  it('shows what the pods of a component hold', async () => {
    open(async () => workload);
    expect(await screen.findByText(workload.headline)).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /inference-0/ })).toHaveTextContent(
      'cannot run: CrashLoopBackOff',
    );
    expect(screen.getByRole('row', { name: /inference-1/ })).toHaveTextContent(
      'Waits for a node',
    );
  });

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
});
