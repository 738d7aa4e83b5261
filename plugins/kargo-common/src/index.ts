/**
 * Model, contract and permissions of the Kargo promotion view.
 *
 * @packageDocumentation
 */
export * from './advice';
export * from './calendar';
export * from './compare';
export * from './controls';
export * from './diagnosis';
export * from './entity';
export * from './history';
export * from './model';
export * from './pipeline';
export * from './portfolio';
export * from './permissions';
export * from './search';
export * from './view';
