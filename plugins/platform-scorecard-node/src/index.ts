/**
 * How backend plugins report facts to the platform scorecard.
 *
 * @packageDocumentation
 */
export type { PlatformFactsService } from './PlatformFactsService';
export { platformFactsServiceRef } from './platformFactsServiceRef';
