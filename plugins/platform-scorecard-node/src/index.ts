/**
 * How backend plugins report facts to the platform scorecard.
 *
 * @packageDocumentation
 */
export type {
  FactSource,
  FactSourceHealth,
  FactSourcePage,
} from './FactSource';
export {
  factSourcesExtensionPoint,
  type FactSourcesExtensionPoint,
} from './factSourcesExtensionPoint';
export type { PlatformFactsService } from './PlatformFactsService';
export { platformFactsServiceRef } from './platformFactsServiceRef';
export type {
  PlatformFactsSink,
  PlatformFactsSinkService,
} from './PlatformFactsSink';
export { platformFactsSinkRef } from './platformFactsSinkRef';
