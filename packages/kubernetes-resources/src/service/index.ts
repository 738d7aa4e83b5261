export type {
  Cluster,
  ClusterAccess,
  ClusterResourcesService,
  Impersonation,
  ResourceFailure,
  ResourceProjection,
  ResourceQuery,
  ResourceResult,
  ResourceType,
} from './ClusterResourcesService';
export type {
  MalformedObject,
  ObservationState,
  ResourceChange,
  ResourceObservation,
  ResourceSnapshot,
} from './ResourceObservation';
export { clusterResourcesServiceRef } from './clusterResourcesServiceRef';
export { freshnessOf } from './freshness';
