/**
 * Accounting, contract and permissions of the GPU capacity view.
 *
 * @packageDocumentation
 */
export * from './accelerator';
export * from './accounting';
export * from './cost';
export * from './demand';
export * from './dra';
export * from './entity';
export * from './fit';
export * from './fragmentation';
export * from './health';
export * from './kueue';
export * from './metrics';
export * from './model';
export * from './moves';
export * from './permissions';
export * from './resourceQuota';
export * from './search';
export * from './state';
export * from './view';
export * from './words';
export * from './workloads';
