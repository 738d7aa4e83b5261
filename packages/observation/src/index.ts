/**
 * How an answer says how current and how complete it is.
 *
 * @packageDocumentation
 */
export { formatDuration } from './formatDuration';
export { freshnessSchema, type Freshness } from './freshness';
export { observationSchema, type Observation } from './observation';
