export { DatabasePlatformFactStore } from './DatabasePlatformFactStore';
export { FactStoreConnection } from './FactStoreConnection';
export type {
  InsertReport,
  PlatformFactStore,
  SourceState,
  SourceSummary,
  StoredFact,
} from './PlatformFactStore';
