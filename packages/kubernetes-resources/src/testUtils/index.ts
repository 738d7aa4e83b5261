/**
 * What tests of other packages need: a Kubernetes API to talk to.
 *
 * @packageDocumentation
 */
export * from './emulator';
