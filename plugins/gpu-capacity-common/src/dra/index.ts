export * from './allocation';
export * from './cel';
export * from './inventory';
export * from './resources';
