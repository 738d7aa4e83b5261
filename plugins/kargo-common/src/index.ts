/**
 * Model, contract and permissions of the Kargo promotion view.
 *
 * @packageDocumentation
 */
export * from './controls';
export * from './entity';
export * from './model';
export * from './permissions';
export * from './view';
