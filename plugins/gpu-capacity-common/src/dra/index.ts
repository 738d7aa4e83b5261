export * from './account';
export * from './allocation';
export * from './allocator';
export * from './cel';
export * from './evaluator';
export * from './inventory';
export * from './resources';
