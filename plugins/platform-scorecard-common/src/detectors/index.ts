export * from './breakGlass';
export { DEFAULT_EXPIRY_ANNOTATIONS } from './declaredExpiry';
export * from './exceptions';
export type { KubernetesObjectRef } from './KubernetesObjectRef';
export * from './outOfBand';
export type { LabelSelector, LabelSelectorRequirement } from './labelSelector';
export { SYSTEM_NAMESPACES } from './systemNamespaces';
export * from './unlinked';
export type { UnreadableObject } from './unreadable';
