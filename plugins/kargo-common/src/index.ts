/**
 * Model, contract and permissions of the Kargo promotion view.
 *
 * @packageDocumentation
 */
export * from './diagnosis';
export * from './entity';
export * from './model';
export * from './permissions';
export * from './view';
