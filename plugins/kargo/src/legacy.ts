/**
 * Kargo promotions on entity pages, for the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import {
  KargoClient,
  kargoApiRef,
  kargoTokenApiRef,
  NoKargoTokens,
} from './api';
import { portfolioRouteRef } from './routes';

export { isKargoAvailable } from '@fairway/plugin-kargo-common';
export { kargoTokenApiRef, type KargoTokenApi } from './api';

/** @public */
export const kargoPlugin = createPlugin({
  id: 'kargo',
  routes: { root: portfolioRouteRef },
  apis: [
    createApiFactory({
      api: kargoApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        tokenApi: kargoTokenApiRef,
      },
      factory: deps => new KargoClient(deps),
    }),
    createApiFactory({
      api: kargoTokenApiRef,
      deps: {},
      factory: () => new NoKargoTokens(),
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

/**
 * What is in production and what comes next: put it on the overview of your entity page.
 *
 * @public
 */
export const EntityProductionCard = kargoPlugin.provide(
  createComponentExtension({
    name: 'EntityProductionCard',
    component: {
      lazy: () =>
        import('./components/ProductionCard').then(m => m.ProductionCard),
    },
  }),
);

/**
 * Which projects need somebody, and the freeze calendar: put it on a route of your app.
 *
 * @public
 */
export const PromotionsPage = kargoPlugin.provide(
  createRoutableExtension({
    name: 'PromotionsPage',
    component: () =>
      import('./components/PromotionsPages').then(m => m.LegacyPromotionsPage),
    mountPoint: portfolioRouteRef,
  }),
);

/**
 * Which projects of the reader need somebody: put it on your home page.
 *
 * @public
 */
export const HomePageOwnProjects = kargoPlugin.provide(
  createCardExtension({
    name: 'HomePageOwnProjects',
    title: 'Promotions that need you',
    description: 'Your projects that failed, are stuck, drifted or wait',
    layout: {
      width: { defaultColumns: 6, minColumns: 3 },
      height: { defaultRows: 7, minRows: 4 },
    },
    components: () =>
      import('./components/OwnProjects').then(m => ({
        Content: m.OwnProjects,
      })),
  }),
);
