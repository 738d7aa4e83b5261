import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { gpuCapacityApiRef } from './api';
import { workload } from './capacity.fixture';
import {
  EntityGpuCapacityCard,
  EntityGpuCapacityContent,
  GpuCapacityPage,
  isGpuCapacityAvailable,
} from './legacy';
import { overview } from './overview.fixture';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'vision',
    annotations: { 'backstage.io/kubernetes-id': 'vision' },
  },
};

function show(element: ReactElement) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [
          gpuCapacityApiRef,
          {
            getEntityCapacity: async () => workload,
            getOverview: async () => overview,
          },
        ],
      ]}
    >
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('GPU capacity in the old frontend system', () => {
  it('mounts the tab', async () => {
    expect(isGpuCapacityAvailable(entity)).toBe(true);
    await show(<EntityGpuCapacityContent />);
    expect(await screen.findByText(workload.headline)).toBeInTheDocument();
  });

  it('mounts the card', async () => {
    await show(<EntityGpuCapacityCard />);
    expect(
      await screen.findByRole('link', { name: 'All about its GPUs' }),
    ).toBeInTheDocument();
  });

  it('mounts the pages', async () => {
    await show(
      <Routes>
        <Route path="/*" element={<GpuCapacityPage />} />
      </Routes>,
    );
    expect(await screen.findByText(overview.headline)).toBeInTheDocument();
  });
});
