export * from './outOfBand';
export { SYSTEM_NAMESPACES } from './systemNamespaces';
export type { UnreadableObject } from './unreadable';
