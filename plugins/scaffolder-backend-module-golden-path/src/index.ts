/**
 * Scaffolder actions that create services on a golden path.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGoldenPath as default } from './module';
