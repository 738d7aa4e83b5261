/**
 * Accounting, contract and permissions of the GPU capacity view.
 *
 * @packageDocumentation
 */
export * from './accelerator';
export * from './accounting';
export * from './entity';
export * from './kueue';
export * from './model';
export * from './permissions';
export * from './resourceQuota';
export * from './view';
export * from './workloads';
