import { createServiceRef } from '@backstage/backend-plugin-api';
import type { PlatformFactsService } from './PlatformFactsService';

/**
 * Reports facts to the scorecard; works without the scorecard being installed.
 *
 * @public
 */
export const platformFactsServiceRef = createServiceRef<PlatformFactsService>({
  id: 'fairway.platform-facts',
  scope: 'plugin',
});
