import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type {
  HistoryRange,
  PoolHistory,
} from '@fairway/plugin-gpu-capacity-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gpuCapacityApiRef } from './api';
import { pool } from './capacity.fixture';
import './components/GpuCapacityContent';
import './components/HistorySection';
import { gpuCapacityPlugin } from './plugin';

const hour = (at: string) => ({ at: `2026-11-20T${at}:00Z`, coverage: 1 });

const history: PoolHistory = {
  sentence: 'On average 6 of 8 devices were held in the last week.',
  range: '7d',
  resolution: 'hour',
  from: '2026-11-13T12:00:00Z',
  until: '2026-11-20T12:00:00Z',
  since: '2026-11-20T10:00:00Z',
  points: [
    { ...hour('10:00'), devices: { busy: 6, usable: 2 } },
    { ...hour('11:00'), coverage: 0.5, devices: { busy: 7, lost: 1 } },
  ],
  groups: [
    {
      product: 'NVIDIA-H100-80GB-HBM3',
      resource: 'nvidia.com/gpu',
      kind: 'device',
      points: [
        { ...hour('10:00'), units: { busy: 4 }, slots: [], fragmentation: 0.2 },
        { ...hour('11:00'), units: { busy: 4 }, slots: [], fragmentation: 0.5 },
      ],
    },
    {
      product: 'NVIDIA-L4',
      resource: 'nvidia.com/gpu',
      kind: 'device',
      points: [],
    },
  ],
};

function open(answer: PoolHistory, search = '') {
  const getHistory = jest.fn(async (_: unknown, range: HistoryRange) => ({
    ...answer,
    range,
  }));
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
    initialRouteEntries: [`/?tab=history${search}`],
    apis: [
      [gpuCapacityApiRef, { getEntityCapacity: async () => pool, getHistory }],
    ],
  });
  return getHistory;
}

describe('History of a pool', () => {
  it('says in a sentence what the chart shows, with a table twin', async () => {
    open(history);
    expect(
      await screen.findByRole('img', { name: history.sentence }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByText('2 points as a table'));
    const [, newest, oldest] = within(
      screen.getByRole('table', { name: 'Devices over time' }),
    ).getAllByRole('row');
    expect(newest).toHaveTextContent(/7 busy, 1 lost.*50%/);
    expect(oldest).toHaveTextContent(/6 busy, 2 free.*100%/);
  });

  it('draws a column for each point and class', async () => {
    open(history);
    const drawing = await screen.findByRole('img', { name: history.sentence });
    expect(
      [...drawing.querySelectorAll('path[data-series]')].map(path => [
        path.getAttribute('data-series'),
        path.getAttribute('d')?.match(/M/g)?.length,
      ]),
    ).toEqual([
      ['used', 2],
      ['free', 1],
      ['lost', 1],
    ]);
  });

  it('asks for the range that is chosen', async () => {
    const getHistory = open(history);
    await userEvent.click(
      await screen.findByRole('radio', { name: '30 days' }),
    );
    await waitFor(() =>
      expect(getHistory).toHaveBeenLastCalledWith(expect.anything(), '30d'),
    );
    expect(getHistory).toHaveBeenCalledWith(
      { kind: 'resource', namespace: 'default', name: 'h100' },
      '7d',
    );
  });

  it('shows the product that a link names, with its fragmentation', async () => {
    open(history, '&group=NVIDIA-H100-80GB-HBM3+nvidia.com%2Fgpu+device');
    expect(
      await screen.findByRole('figure', { name: 'H100 80GB HBM3 over time' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'Figures over time' }),
    ).toHaveTextContent('Fragmentation20% to 50%, last 50%');
  });

  it('draws nothing where nothing is known', async () => {
    const sentence = 'Nothing has been recorded yet.';
    open({ ...history, sentence, points: [], groups: [] });
    expect(await screen.findByText(sentence)).toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});
