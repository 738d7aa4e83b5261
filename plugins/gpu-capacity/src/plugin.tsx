import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { ANNOTATION_GPU_CLUSTER } from '@fairway/plugin-gpu-capacity-common';
import { RiCpuLine } from '@remixicon/react';
import { GpuCapacityClient, gpuCapacityApiRef } from './api';
import { gpuCapacityRouteRef } from './routes';

const IS_POOL = {
  [`metadata.annotations.${ANNOTATION_GPU_CLUSTER}`]: { $exists: true },
};
const HAS_POD_ID = {
  'metadata.annotations.backstage.io/kubernetes-id': { $exists: true },
};
const HAS_POD_SELECTOR = {
  'metadata.annotations.backstage.io/kubernetes-label-selector': {
    $exists: true,
  },
};
const IS_POOL_OR_HAS_PODS = { $any: [IS_POOL, HAS_POD_ID, HAS_POD_SELECTOR] };

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
    filter: IS_POOL_OR_HAS_PODS,
    loader: () =>
      import('./components/GpuCapacityContent').then(m => (
        <m.GpuCapacityContent />
      )),
  },
});

const capacityEntityCard = EntityCardBlueprint.make({
  name: 'capacity',
  params: {
    type: 'info',
    filter: IS_POOL_OR_HAS_PODS,
    loader: () =>
      import('./components/CapacityCard').then(m => <m.CapacityCard />),
  },
});

const capacityPage = PageBlueprint.make({
  params: {
    path: '/gpu-capacity',
    title: 'GPU capacity',
    icon: <RiCpuLine />,
    routeRef: gpuCapacityRouteRef,
    loader: () =>
      import('./components/GpuCapacityPages').then(m => (
        <main>
          <m.GpuCapacityPages />
        </main>
      )),
  },
});

const ownCapacityWidget = HomePageWidgetBlueprint.make({
  name: 'own-capacity',
  params: {
    name: 'GpuOwnCapacity',
    title: 'GPUs',
    description: 'The pools, and what your components hold and wait for',
    layout: {
      width: { defaultColumns: 6, minColumns: 3 },
      height: { defaultRows: 7, minRows: 4 },
    },
    components: () =>
      import('./components/OwnCapacity').then(m => ({
        Content: m.OwnCapacity,
      })),
  },
});

/**
 * GPU capacity on entity pages, over all clusters and on the home page.
 *
 * @public
 */
export const gpuCapacityPlugin = createFrontendPlugin({
  pluginId: 'gpu-capacity',
  title: 'GPU capacity',
  icon: <RiCpuLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: gpuCapacityRouteRef },
  extensions: [
    gpuCapacityApi,
    capacityPage,
    capacityEntityContent,
    capacityEntityCard,
    ownCapacityWidget,
  ],
});
