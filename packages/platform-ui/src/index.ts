/**
 * The few visual parts that `@backstage/ui` lacks.
 *
 * @packageDocumentation
 */
export * from './AsyncContent';
export * from './DataAge';
export * from './duration';
export * from './MeterBar';
export * from './polling';
export * from './Sparkline';
export * from './StatusText';
