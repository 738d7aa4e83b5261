/**
 * How backend plugins report facts to the platform scorecard.
 *
 * @packageDocumentation
 */
export type { PlatformFactsService } from './PlatformFactsService';
export { platformFactsServiceRef } from './platformFactsServiceRef';
export type {
  PlatformFactsSink,
  PlatformFactsSinkService,
} from './PlatformFactsSink';
export { platformFactsSinkRef } from './platformFactsSinkRef';
