/**
 * Model, contract and permissions of the Kargo promotion view.
 *
 * @packageDocumentation
 */
export * from './entity';
export * from './model';
export * from './pipeline';
export * from './permissions';
export * from './view';
