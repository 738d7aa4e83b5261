import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { PlatformFactsHub } from './PlatformFactsHub';

/** The one hub of the process. It stays inside this package: producers must not be able to become a sink by accident. */
export const platformFactsHubRef = createServiceRef<PlatformFactsHub>({
  id: 'fairway.platform-facts.hub',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      factory: deps => PlatformFactsHub.create(deps),
    }),
});
