import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ANNOTATION_KARGO_PROJECT } from '@fairway/plugin-kargo-common';
import { RiShipLine } from '@remixicon/react';
import { KargoClient, kargoApiRef } from './api';

const kargoApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: kargoApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new KargoClient(deps),
    }),
});

const promotionsEntityContent = EntityContentBlueprint.make({
  name: 'promotions',
  params: {
    path: '/promotions',
    title: 'Promotions',
    filter: {
      [`metadata.annotations.${ANNOTATION_KARGO_PROJECT}`]: { $exists: true },
    },
    loader: () =>
      import('./components/PromotionsContent').then(m => (
        <m.PromotionsContent />
      )),
  },
});

/**
 * Kargo promotions on entity pages.
 *
 * @public
 */
export const kargoPlugin = createFrontendPlugin({
  pluginId: 'kargo',
  title: 'Kargo promotions',
  icon: <RiShipLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [kargoApi, promotionsEntityContent],
});
