/**
 * GPU capacity on entity pages, for the old frontend system.
 *
 * @packageDocumentation
 */
import type { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { gpuScopeOf } from '@fairway/plugin-gpu-capacity-common';
import { GpuCapacityClient, gpuCapacityApiRef } from './api';
import { gpuCapacityRouteRef } from './routes';

/** @public */
export const gpuCapacityPlugin = createPlugin({
  id: 'gpu-capacity',
  routes: { root: gpuCapacityRouteRef },
  apis: [
    createApiFactory({
      api: gpuCapacityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new GpuCapacityClient(deps),
    }),
  ],
});

/**
 * Whether an entity is a pool or has pods; use it to decide whether to show the tab.
 *
 * @public
 */
export function isGpuCapacityAvailable(entity: Entity): boolean {
  return gpuScopeOf(entity).status !== 'none';
}

/**
 * The GPU capacity tab: put it on a route of your entity page.
 *
 * @public
 */
export const EntityGpuCapacityContent = gpuCapacityPlugin.provide(
  createComponentExtension({
    name: 'EntityGpuCapacityContent',
    component: {
      lazy: () =>
        import('./components/GpuCapacityContent').then(
          m => m.GpuCapacityContent,
        ),
    },
  }),
);

/**
 * What a pool has free, or what a component holds: put it on the overview of your entity page.
 *
 * @public
 */
export const EntityGpuCapacityCard = gpuCapacityPlugin.provide(
  createComponentExtension({
    name: 'EntityGpuCapacityCard',
    component: {
      lazy: () => import('./components/CapacityCard').then(m => m.CapacityCard),
    },
  }),
);

/**
 * The pages over all clusters: put them on a route of your app.
 *
 * @public
 */
export const GpuCapacityPage = gpuCapacityPlugin.provide(
  createRoutableExtension({
    name: 'GpuCapacityPage',
    component: () =>
      import('./components/GpuCapacityPages').then(
        m => m.LegacyGpuCapacityPage,
      ),
    mountPoint: gpuCapacityRouteRef,
  }),
);

/**
 * The pools, and what the components of the reader hold: put it on your home page.
 *
 * @public
 */
export const HomePageOwnCapacity = gpuCapacityPlugin.provide(
  createCardExtension({
    name: 'HomePageOwnCapacity',
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
  }),
);
