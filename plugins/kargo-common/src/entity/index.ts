export * from './annotations';
export { readLabelSelector, type LabelSelector } from './labelSelector';
export { isKargoAvailable, kargoScopeOf, type KargoScope } from './kargoScope';
