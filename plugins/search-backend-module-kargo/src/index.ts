/**
 * Finds Kargo stages and freight of registered entities in the search.
 *
 * @packageDocumentation
 */
export { searchModuleKargo as default } from './module';
