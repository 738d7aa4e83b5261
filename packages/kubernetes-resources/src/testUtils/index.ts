/**
 * What consumers of the service test with.
 *
 * @packageDocumentation
 */
export { clusterResourcesServiceMock } from './clusterResourcesServiceMock';
export { directClusterConfig } from './directClusterConfig';
export * from './emulator';
export type {
  StaticClusterResourcesOptions,
  StaticCollection,
} from './StaticClusterResources';
export { staticResourceObservation } from './staticResourceObservation';
