/**
 * Accounting, contract and permissions of the GPU capacity view.
 *
 * @packageDocumentation
 */
export * from './accelerator';
export * from './accounting';
export * from './cost';
export * from './entity';
export * from './metrics';
export * from './model';
export * from './permissions';
export * from './view';
