/**
 * Facts, contract and permissions of the platform scorecard.
 *
 * @packageDocumentation
 */
export * from './facts';
