import { renderTestApp } from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { GpuCapacity } from '@fairway/plugin-gpu-capacity-common';
import { screen } from '@testing-library/react';
import { gpuCapacityApiRef } from './api';
import { pool, workload } from './capacity.fixture';
import './components/CapacityCard';
import { gpuCapacityPlugin } from './plugin';

const otherCard = EntityCardBlueprint.make({
  name: 'other',
  params: { loader: async () => <p>The card of another plugin</p> },
});

function open(
  annotations: Record<string, string>,
  capacity: () => Promise<GpuCapacity>,
) {
  const getEntityCapacity = jest.fn(capacity);
  renderTestApp({
    features: [gpuCapacityPlugin],
    extensions: [
      otherCard,
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { name: 'h100', annotations },
        },
      }),
    ],
    // The test page shows cards and tabs at once, an entity page does not.
    config: {
      app: { extensions: [{ 'entity-content:gpu-capacity/capacity': false }] },
    },
    apis: [[gpuCapacityApiRef, { getEntityCapacity }]],
  });
  return getEntityCapacity;
}

const IN_POOL = { 'gpu-capacity/cluster': 'gpu-west' };

describe('GPU capacity card', () => {
  it('says what a pool has, what is wrong, and leads to the rest', async () => {
    open(IN_POOL, async () => pool);
    expect(await screen.findByText(pool.headline)).toBeInTheDocument();
    expect(screen.getByText(/^gpu-01 has lost 1/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All about its GPUs' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/gpu-capacity$/));
  });

  it('says of a component that pods waste what they hold', async () => {
    open({ 'backstage.io/kubernetes-id': 'vision' }, async () => workload);
    expect(
      await screen.findByText('1 pod holds accelerators and cannot run'),
    ).toBeInTheDocument();
  });

  it('is on pools and on entities with pods only', async () => {
    const getEntityCapacity = open({}, async () => pool);
    expect(
      await screen.findByText('The card of another plugin'),
    ).toBeInTheDocument();
    expect(getEntityCapacity).not.toHaveBeenCalled();
  });

  it('says what fails', async () => {
    open(IN_POOL, async () => {
      throw new Error('connection refused');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'connection refused',
    );
  });
});
