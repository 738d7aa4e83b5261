/**
 * The platform scorecard, for the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { platformScorecardApiRef, PlatformScorecardClient } from './api';
import { rootRouteRef } from './routes';

/** @public */
export const platformScorecardPlugin = createPlugin({
  id: 'platform-scorecard',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: platformScorecardApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PlatformScorecardClient(deps),
    }),
  ],
});

/**
 * The page: put it on a route of your app.
 *
 * @public
 */
export const PlatformScorecardPage = platformScorecardPlugin.provide(
  createRoutableExtension({
    name: 'PlatformScorecardPage',
    component: () =>
      import('./components/LegacyScorecardPage').then(
        m => m.LegacyScorecardPage,
      ),
    mountPoint: rootRouteRef,
  }),
);
