/**
 * The few visual parts that `@backstage/ui` lacks.
 *
 * @packageDocumentation
 */
export * from './AccessibleGraph';
export * from './api';
export * from './AsyncContent';
export * from './clock';
export * from './DataAge';
export * from './FactTable';
export * from './MeterBar';
export * from './navigation';
export * from './polling';
export * from './series';
export * from './Sparkline';
export * from './StatusText';
export * from './TextFilter';
export * from './TimeAgo';
