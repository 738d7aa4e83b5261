/**
 * GPU capacity on entity pages, for the new frontend system.
 *
 * @packageDocumentation
 */
export { gpuCapacityPlugin as default } from './plugin';
export { gpuCapacityApiRef, type GpuCapacityApi } from './api';
