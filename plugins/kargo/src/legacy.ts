/**
 * Kargo promotions on entity pages, for the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { KargoClient, kargoApiRef } from './api';

export { isKargoAvailable } from '@fairway/plugin-kargo-common';

/** @public */
export const kargoPlugin = createPlugin({
  id: 'kargo',
  apis: [
    createApiFactory({
      api: kargoApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new KargoClient(deps),
    }),
  ],
});

/**
 * The Promotions tab: put it on a route of your entity page.
 *
 * @public
 */
export const EntityPromotionsContent = kargoPlugin.provide(
  createComponentExtension({
    name: 'EntityPromotionsContent',
    component: {
      lazy: () =>
        import('./components/PromotionsContent').then(m => m.PromotionsContent),
    },
  }),
);
