import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiBarChart2Line } from '@remixicon/react';
import { platformScorecardApiRef, PlatformScorecardClient } from './api';
import { rootRouteRef } from './routes';

const platformScorecardApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: platformScorecardApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PlatformScorecardClient(deps),
    }),
});

const platformScorecardPage = PageBlueprint.make({
  params: {
    path: '/platform-scorecard',
    title: 'Platform scorecard',
    icon: <RiBarChart2Line />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/ScorecardContent').then(m => (
        <main>
          <m.ScorecardContent />
        </main>
      )),
  },
});

/**
 * Adoption and time to value of the platform.
 *
 * @public
 */
export const platformScorecardPlugin = createFrontendPlugin({
  pluginId: 'platform-scorecard',
  title: 'Platform scorecard',
  icon: <RiBarChart2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [platformScorecardApi, platformScorecardPage],
});
