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

const annotated = (annotation: string) => ({
  [`metadata.annotations.${annotation}`]: { $exists: true } as const,
});

const capacityEntityContent = EntityContentBlueprint.make({
  name: 'capacity',
  params: {
    path: '/gpu-capacity',
    title: 'GPU capacity',
    group: 'operation',
    filter: {
      $any: [
        annotated(ANNOTATION_GPU_CLUSTER),
        annotated('backstage.io/kubernetes-id'),
        annotated('backstage.io/kubernetes-label-selector'),
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
