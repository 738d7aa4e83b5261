export { DatabasePlatformFactStore } from './DatabasePlatformFactStore';
export { FactStoreConnection } from './FactStoreConnection';
export type {
  PlatformFactStore,
  SourceState,
  SourceSummary,
  StoredFact,
} from './PlatformFactStore';
