export { ScorecardNumbers } from './ScorecardNumbers';
