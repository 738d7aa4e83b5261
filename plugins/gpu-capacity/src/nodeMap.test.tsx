import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { NodeView } from '@fairway/plugin-gpu-capacity-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gpuCapacityApiRef } from './api';
import { pool } from './capacity.fixture';
import './components/GpuCapacityContent';
import { gpuCapacityPlugin } from './plugin';

function open(search = '', items: readonly NodeView[] = pool.nodes.items) {
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
    initialRouteEntries: [`/${search}`],
    apis: [
      [
        gpuCapacityApiRef,
        {
          getEntityCapacity: async () => ({
            ...pool,
            nodes: { ...pool.nodes, items: [...items] },
          }),
        },
      ],
    ],
  });
}

const findMap = () =>
  screen.findByRole('listbox', { name: 'Map of the nodes' });

describe('Node map', () => {
  it('draws each unit by its class, and says it in words', async () => {
    open();
    const tile = within(await findMap()).getByRole('option', {
      name: 'gpu-01 Ready; H100 80GB HBM3; nvidia.com/gpu: 4 busy, 1 held idle, 1 free, 1 stranded, 1 lost',
    });
    expect(
      [...tile.querySelectorAll('[data-series]')].map(unit =>
        unit.getAttribute('data-series'),
      ),
    ).toEqual([
      ...['used', 'used', 'used', 'used'],
      ...['idle', 'free', 'stranded', 'lost'],
    ]);
    expect(
      within(
        screen.getByRole('list', { name: 'What the squares mean' }),
      ).getAllByRole('listitem'),
    ).toHaveLength(9);
  });

  it('is one stop of the keyboard, with arrows from node to node and Enter to open one', async () => {
    open();
    const map = await findMap();
    const tiles = within(map).getAllByRole('option');
    expect(tiles.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
    tiles[0].focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(tiles[1]).toHaveFocus();
    expect(tiles.map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1, -1]);
    await userEvent.keyboard('{Enter}');
    const node = await screen.findByRole('region', { name: 'Node gpu-02' });
    expect(node).toHaveTextContent('1 more held than it has');
    expect(
      within(node).getByRole('list', { name: 'Health' }),
    ).toHaveTextContent('gpu-02 is cordoned');
    expect(tiles[1]).toHaveAttribute('aria-selected', 'true');
    expect(tiles[1]).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(
      screen.queryByRole('region', { name: 'Node gpu-02' }),
    ).not.toBeInTheDocument();
  });

  it('has a table twin', async () => {
    open();
    await findMap();
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('table', { name: 'Nodes' });
    const [, first, second, third, fourth] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(/gpu-01.*Ready.*Units8Free2/);
    expect(second).toHaveTextContent(/gpu-02.*Cordoned.*Units8Free0/);
    expect(third).toHaveTextContent(/mig-01.*Unknown.*Units7Freeunknown/);
    expect(fourth).toHaveTextContent(/login-01.*unknown.*Resourcenone/);
  });

  it('is narrowed by what a link says', async () => {
    open('?class=lost&view=table');
    const table = await screen.findByRole('table', { name: 'Nodes' });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(screen.getByText('1 of 4 nodes')).toBeInTheDocument();
  });

  it('is narrowed by state and by text, and widened again', async () => {
    open();
    await findMap();
    await userEvent.click(screen.getByRole('button', { name: /State/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Ready' }));
    expect(await screen.findByText('2 of 4 nodes')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('searchbox', { name: 'Text' }));
    await userEvent.paste('nothing like it');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all' }),
    );
    expect(await screen.findByText('4 nodes')).toBeInTheDocument();
    expect(within(await findMap()).getAllByRole('option')).toHaveLength(4);
  });

  it('draws many units as a bar, and a table of many nodes bit by bit', async () => {
    const many = Array.from(
      { length: 60 },
      (_, index): NodeView => ({
        name: `slice-${index}`,
        state: 'ready',
        resources: [
          {
            resource: 'nvidia.com/gpu.shared',
            kind: 'shared',
            owned: 80,
            units: { busy: 60, usable: 20 },
          },
        ],
      }),
    );
    open('', many);
    const tile = within(await findMap()).getAllByRole('option')[0];
    expect(tile.querySelectorAll('[data-series]')).toHaveLength(2);
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('table', { name: 'Nodes' });
    expect(within(table).getAllByRole('row')).toHaveLength(51);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 10 more of 10' }),
    );
    expect(within(table).getAllByRole('row')).toHaveLength(61);
  });
});
