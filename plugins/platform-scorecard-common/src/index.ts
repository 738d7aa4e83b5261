/**
 * Facts, contract, permissions and arithmetic of the platform scorecard.
 *
 * @packageDocumentation
 */
export * from './contract';
export * from './detectors';
export * from './domain';
export * from './facts';
export * from './measures';
export * from './permissions';
export * from './suppression';
export * from './triage';
