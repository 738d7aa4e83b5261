import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { gpuCapacityApiRef } from './api';
import { workload } from './capacity.fixture';
import { EntityGpuCapacityContent, isGpuCapacityAvailable } from './legacy';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'vision',
    annotations: { 'backstage.io/kubernetes-id': 'vision' },
  },
};

describe('GPU capacity tab in the old frontend system', () => {
  it('mounts', async () => {
    expect(isGpuCapacityAvailable(entity)).toBe(true);
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [gpuCapacityApiRef, { getEntityCapacity: async () => workload }],
        ]}
      >
        <EntityProvider entity={entity}>
          <EntityGpuCapacityContent />
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findByText(workload.headline)).toBeInTheDocument();
  });
});
