export {
  platformScorecardApiRef,
  type PlatformScorecardApi,
  type SyntheticFacts,
} from './PlatformScorecardApi';
export { PlatformScorecardClient } from './PlatformScorecardClient';
