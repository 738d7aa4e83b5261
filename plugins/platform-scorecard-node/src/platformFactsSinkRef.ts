import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { platformFactsHubRef } from './platformFactsHubRef';
import type { PlatformFactsSinkService } from './PlatformFactsSink';

/**
 * For the scorecard backend only: takes the facts of all plugins. To report facts use
 * {@link platformFactsServiceRef}.
 *
 * @public
 */
export const platformFactsSinkRef = createServiceRef<PlatformFactsSinkService>({
  id: 'fairway.platform-facts.sink',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { hub: platformFactsHubRef },
      factory: ({ hub }) => ({ connect: sink => hub.connect(sink) }),
    }),
});
