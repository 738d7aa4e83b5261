/**
 * Accounting, contract and permissions of the GPU capacity view.
 *
 * @packageDocumentation
 */
export * from './accelerator';
export * from './accounting';
export * from './dra';
export * from './entity';
export * from './model';
export * from './permissions';
export * from './view';
