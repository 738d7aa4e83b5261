import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { PoolCapacity } from '@fairway/plugin-gpu-capacity-common';
import { screen, within } from '@testing-library/react';
import { gpuCapacityApiRef } from './api';
import { pool } from './capacity.fixture';
import './components/GpuCapacityContent';
import { gpuCapacityPlugin } from './plugin';
import { queues } from './queues.fixture';

function open(capacity: PoolCapacity) {
  renderTestApp({
    features: [gpuCapacityPlugin],
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name: 'h100',
            annotations: { 'gpu-capacity/cluster': 'gpu-west' },
          },
        },
      }),
    ],
    config: {
      app: { extensions: [{ 'entity-card:gpu-capacity/capacity': false }] },
    },
    initialRouteEntries: ['/?tab=queues'],
    apis: [[gpuCapacityApiRef, { getEntityCapacity: async () => capacity }]],
  });
}

describe('Queues of a pool', () => {
  it('says first who starves, then what is wrong', async () => {
    open({ ...pool, queues });
    expect(
      await screen.findByRole('list', { name: 'Who starves' }),
    ).toHaveTextContent('team-b waits 3 h for 8 GPUs while team-a borrows 16.');
    expect(screen.getByRole('list', { name: 'Problems' })).toHaveTextContent(
      'parents of each other',
    );
  });

  it('says who waits and why, as far as the reader may know', async () => {
    open({ ...pool, queues });
    const waiting = await screen.findByRole('region', {
      name: '3 workloads wait',
    });
    expect(waiting).toHaveTextContent('The order is not known');
    const [, own, other] = within(waiting).getAllByRole('row');
    expect(own).toHaveTextContent(
      /^RayJob ml\/train.*team-b.*8 GPUs.*Its queue has 4 of 8 GPUs left\.2 workloads of another team are before it\..*3 h 12 min.*3$/,
    );
    expect(other).toHaveTextContent(
      /^a workload of another team.*not known.*2 GPUs.*behind others/,
    );
    expect(waiting).toHaveTextContent('and 1 more');
  });

  it('has what each queue has, borrows and lends, and no zero for what is unknown', async () => {
    open({ ...pool, queues });
    const table = await screen.findByRole('table', {
      name: 'Quota of the queues',
    });
    const [, borrows, closed] = within(table).getAllByRole('row');
    expect(borrows).toHaveTextContent(
      /team-acohort ml in company.*Own share32 GPUs.*Held48 GPUs2 GPUs more than there is.*Borrowed16 GPUs.*Lent to others0 to 4 GPUs.*May still take-2 GPUs/,
    );
    expect(closed).toHaveTextContent(
      /team-b3 waitIt is stopped.*Own shareno limit.*Its cohort is not observed.*Lent to othersunknown.*May still takeno limit/,
    );
  });

  it('says how long workloads waited, by what that is known, and where there is not enough history', async () => {
    open({ ...pool, queues });
    const part = await screen.findByRole('region', {
      name: 'How long workloads waited',
    });
    const [, known, few] = within(part).getAllByRole('row');
    expect(known).toHaveTextContent(
      /team-a.*high.*Median wait 40 s to 80 s, n 84 in 7 days\.$/,
    );
    expect(few).toHaveTextContent(/team-a.*none.*Not enough history/);
    expect(part).toHaveTextContent('By Kueue in Prometheus.');
  });

  it('says why nobody knows how long workloads wait', async () => {
    const waitsKnown = {
      status: 'unknown' as const,
      sentence: 'Not known: no Prometheus.',
    };
    open({ ...pool, queues: { ...queues, waitsKnown } });
    const part = await screen.findByRole('region', {
      name: 'How long workloads waited',
    });
    expect(part).toHaveTextContent('Not known: no Prometheus.');
    expect(within(part).queryByRole('table')).not.toBeInTheDocument();
  });

  it('checks quota against hardware', async () => {
    open({ ...pool, queues });
    const part = await screen.findByRole('region', {
      name: 'Quota against hardware',
    });
    expect(part).toHaveTextContent(
      /64 GPUs.*56 GPUs.*Quota promises 8 GPUs more than there are\.shares nodes with h100-spot/,
    );
    expect(part).toHaveTextContent('No node has the labels of a100.');
  });

  it('does not say that nobody waits where that is unknown', async () => {
    open({
      ...pool,
      queues: {
        ...queues,
        freshness: { status: 'unobserved', reason: 'may not list queues' },
        clusterQueues: [],
        pending: { items: [] },
      },
    });
    expect(
      await screen.findByText('not observed: may not list queues'),
    ).toBeInTheDocument();
    expect(screen.getByText('Who waits is not known.')).toBeInTheDocument();
    expect(screen.getByText('The queues are not known.')).toBeInTheDocument();
  });

  it('has no tab where a cluster has no queues', async () => {
    open(pool);
    expect(
      await screen.findByRole('tab', { name: 'Nodes', selected: true }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('tab', { name: 'Queues' }),
    ).not.toBeInTheDocument();
  });
});
