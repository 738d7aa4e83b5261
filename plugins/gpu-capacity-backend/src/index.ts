/**
 * Reads nodes and pods and accounts for accelerators.
 *
 * @packageDocumentation
 */
export { gpuCapacityPlugin as default } from './plugin';
