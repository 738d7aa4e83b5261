/**
 * The platform scorecard, for the new frontend system.
 *
 * @packageDocumentation
 */
export { platformScorecardPlugin as default } from './plugin';
export {
  platformScorecardApiRef,
  type PlatformScorecardApi,
  type SyntheticFacts,
} from './api';
