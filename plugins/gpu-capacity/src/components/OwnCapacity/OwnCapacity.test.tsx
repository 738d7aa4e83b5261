import type { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type { GpuCapacity } from '@fairway/plugin-gpu-capacity-common';
import { screen, within } from '@testing-library/react';
import { gpuCapacityApiRef } from '../../api';
import { pool, workload } from '../../capacity.fixture';
import { OwnCapacity } from './OwnCapacity';

function component(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { 'backstage.io/kubernetes-id': name } },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'h100',
      title: 'H100 pool',
      annotations: { 'gpu-capacity/cluster': 'gpu-west' },
    },
  },
  component('vision', 'group:default/ml'),
  component('shop', 'group:default/ml'),
  component('broken', 'group:default/ml'),
  component('foreign', 'group:default/others'),
];

const nothing: GpuCapacity = {
  ...workload,
  pods: [],
  demands: [],
  hidden: { pods: 0, devices: {} },
};

async function show(items: Entity[]) {
  const getEntityCapacity = jest.fn(
    async ({ name }: CompoundEntityRef): Promise<GpuCapacity> => {
      if (name === 'broken') throw new Error('timed out');
      if (name === 'h100') return pool;
      return name === 'vision' ? workload : nothing;
    },
  );
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [gpuCapacityApiRef, { getEntityCapacity }],
        [catalogApiRef, catalogApiMock({ entities: items })],
        [
          identityApiRef,
          mockApis.identity({ ownershipEntityRefs: ['group:default/ml'] }),
        ],
      ]}
    >
      <OwnCapacity />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return getEntityCapacity;
}

describe('OwnCapacity', () => {
  it('has the pools and the components of the reader that hold accelerators', async () => {
    const getEntityCapacity = await show(entities);
    const list = await screen.findByRole('list', {
      name: 'Pools and your components',
    });
    const [first, second, third, ...others] =
      within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(`H100 pool${pool.headline}`);
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/resource/h100/gpu-capacity',
    );
    expect(second).toHaveTextContent(`vision${workload.headline}`);
    expect(third).toHaveTextContent('brokenNot known: timed out');
    expect(others).toEqual([]);
    expect(getEntityCapacity).not.toHaveBeenCalledWith(
      expect.objectContaining({ name: 'foreign' }),
    );
  });

  it('says what would appear', async () => {
    await show([]);
    expect(
      await screen.findByText(/gpu-capacity\/cluster/),
    ).toBeInTheDocument();
  });
});
