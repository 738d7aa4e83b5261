import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { platformFactsHubRef } from './platformFactsHubRef';
import type { PlatformFactsService } from './PlatformFactsService';

/**
 * Reports facts to the scorecard; works without the scorecard being installed.
 *
 * @public
 */
export const platformFactsServiceRef = createServiceRef<PlatformFactsService>({
  id: 'fairway.platform-facts',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { hub: platformFactsHubRef },
      factory: ({ hub }) => ({ publish: facts => hub.publish(facts) }),
    }),
});
