export type { AdmissionPlugin, AdmissionRequest } from './AdmissionPlugin';
export type {
  EmulatorGroup,
  EmulatorUser,
  PolicyRule,
  ResourceAttributes,
} from './Authorizer';
export { builtInResources } from './builtInResources';
export { type Clock, systemClock } from './Clock';
export type { Fault } from './FaultInjection';
export { KubernetesApiEmulator } from './KubernetesApiEmulator';
export { KubernetesApiError } from './KubernetesApiError';
export {
  isKubernetesObject,
  type KubernetesObject,
  type ObjectMetadata,
} from './KubernetesObject';
export type { ResourceDefinition, TableColumn } from './ResourceDefinition';
export type {
  ObjectReference,
  ResourceReader,
  ResourceReference,
} from './ResourceReader';
export {
  ResourceStore,
  type DeleteOptions,
  type WriteOptions,
} from './ResourceStore';
export type {
  ResourceTable,
  StoredEvent,
  TableSnapshot,
} from './ResourceTable';
export type { StoredResources } from './StoredResources';
export type { UserInfo } from './UserInfo';
