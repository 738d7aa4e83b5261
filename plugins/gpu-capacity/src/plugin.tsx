import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ANNOTATION_GPU_CLUSTER } from '@fairway/plugin-gpu-capacity-common';
import { RiCpuLine } from '@remixicon/react';
import { GpuCapacityClient, gpuCapacityApiRef } from './api';

const gpuCapacityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: gpuCapacityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new GpuCapacityClient(deps),
    }),
});

const capacityEntityContent = EntityContentBlueprint.make({
  name: 'capacity',
  params: {
    path: '/gpu-capacity',
    title: 'GPU capacity',
    filter: {
      $any: [
        {
          [`metadata.annotations.${ANNOTATION_GPU_CLUSTER}`]: { $exists: true },
        },
        {
          'metadata.annotations.backstage.io/kubernetes-id': { $exists: true },
        },
        {
          'metadata.annotations.backstage.io/kubernetes-label-selector': {
            $exists: true,
          },
        },
      ],
    },
    loader: () =>
      import('./components/GpuCapacityContent').then(m => (
        <m.GpuCapacityContent />
      )),
  },
});

/**
 * GPU capacity on entity pages.
 *
 * @public
 */
export const gpuCapacityPlugin = createFrontendPlugin({
  pluginId: 'gpu-capacity',
  title: 'GPU capacity',
  icon: <RiCpuLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [gpuCapacityApi, capacityEntityContent],
});
