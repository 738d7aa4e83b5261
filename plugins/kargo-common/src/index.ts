/**
 * Model, contract and permissions of the Kargo promotion view.
 *
 * @packageDocumentation
 */
export * from './entity';
export * from './history';
export * from './model';
export * from './permissions';
export * from './view';
