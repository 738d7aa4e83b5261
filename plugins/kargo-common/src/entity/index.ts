export * from './annotations';
export { isKargoAvailable, kargoScopeOf, type KargoScope } from './kargoScope';
