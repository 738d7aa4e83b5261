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
import { ANNOTATION_KARGO_PROJECT } from '@fairway/plugin-kargo-common';
import { RiShipLine } from '@remixicon/react';
import {
  KargoClient,
  kargoApiRef,
  kargoTokenApiRef,
  NoKargoTokens,
} from './api';
import { portfolioRouteRef } from './routes';

const HAS_PROJECT = {
  [`metadata.annotations.${ANNOTATION_KARGO_PROJECT}`]: { $exists: true },
};

const kargoApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: kargoApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        tokenApi: kargoTokenApiRef,
      },
      factory: deps => new KargoClient(deps),
    }),
});

const kargoTokenApi = ApiBlueprint.make({
  name: 'token',
  params: defineParams =>
    defineParams({
      api: kargoTokenApiRef,
      deps: {},
      factory: () => new NoKargoTokens(),
    }),
});

const promotionsEntityContent = EntityContentBlueprint.make({
  name: 'promotions',
  params: {
    path: '/promotions',
    title: 'Promotions',
    filter: HAS_PROJECT,
    loader: () =>
      import('./components/PromotionsContent').then(m => (
        <m.PromotionsContent />
      )),
  },
});

const productionEntityCard = EntityCardBlueprint.make({
  name: 'production',
  params: {
    type: 'info',
    filter: HAS_PROJECT,
    loader: () =>
      import('./components/ProductionCard').then(m => <m.ProductionCard />),
  },
});

const portfolioPage = PageBlueprint.make({
  params: {
    path: '/promotions',
    title: 'Promotions',
    icon: <RiShipLine />,
    routeRef: portfolioRouteRef,
    loader: () =>
      import('./components/PromotionsPages').then(m => (
        <main>
          <m.PromotionsPages />
        </main>
      )),
  },
});

const ownProjectsWidget = HomePageWidgetBlueprint.make({
  name: 'own-projects',
  params: {
    name: 'KargoOwnProjects',
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
  },
});

/**
 * Kargo promotions on entity pages, over all projects and on the home page.
 *
 * @public
 */
export const kargoPlugin = createFrontendPlugin({
  pluginId: 'kargo',
  title: 'Kargo promotions',
  icon: <RiShipLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: portfolioRouteRef },
  extensions: [
    kargoApi,
    kargoTokenApi,
    portfolioPage,
    promotionsEntityContent,
    productionEntityCard,
    ownProjectsWidget,
  ],
});
