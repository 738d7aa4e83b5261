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
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { gpuScopeOf } from '@fairway/plugin-gpu-capacity-common';
import { GpuCapacityClient, gpuCapacityApiRef } from './api';

/** @public */
export const gpuCapacityPlugin = createPlugin({
  id: 'gpu-capacity',
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
