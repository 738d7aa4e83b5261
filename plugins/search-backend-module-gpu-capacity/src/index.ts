/**
 * Finds GPU pools and clusters of the catalog in the search.
 *
 * @packageDocumentation
 */
export { searchModuleGpuCapacity as default } from './module';
