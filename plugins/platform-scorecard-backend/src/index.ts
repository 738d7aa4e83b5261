/**
 * Stores facts and computes adoption and time to value.
 *
 * @packageDocumentation
 */
export { platformScorecardPlugin as default } from './plugin';
