import { createServiceFactory } from '@backstage/backend-plugin-api';
import { createServiceMock } from '@backstage/backend-test-utils';
import {
  clusterResourcesServiceRef,
  type ClusterResourcesService,
} from '@fairway/kubernetes-resources';
import {
  StaticClusterResources,
  type StaticClusterResourcesOptions,
} from './StaticClusterResources';

/**
 * A service over literals, for tests of plugins.
 *
 * @public
 */
export function clusterResourcesServiceMock(
  options?: StaticClusterResourcesOptions,
): ClusterResourcesService {
  return StaticClusterResources.create(options);
}

/**
 * Further forms of the mock.
 *
 * @public
 */
export namespace clusterResourcesServiceMock {
  /** The static service as a feature of `startTestBackend`. */
  export const factory = (options?: StaticClusterResourcesOptions) =>
    createServiceFactory({
      service: clusterResourcesServiceRef,
      deps: {},
      factory: () => StaticClusterResources.create(options),
    });

  /** Methods that are `jest.fn()`, where you give no implementation. */
  export const mock = createServiceMock(clusterResourcesServiceRef, () => ({
    listClusters: jest.fn(),
    list: jest.fn(),
    get: jest.fn(),
    watch: jest.fn(),
    discover: jest.fn(),
    apply: jest.fn(),
    create: jest.fn(),
    patch: jest.fn(),
    observe: jest.fn(),
  }));
}
