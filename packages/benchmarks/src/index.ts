/**
 * What the benchmarks of several plugins share.
 *
 * @packageDocumentation
 */
export { loadFigures, type LoadFigures } from './loadFigures';
export { MeasuringProcess } from './MeasuringProcess';
export {
  heapMb,
  longestBlockMs,
  percentile,
  watchBlocks,
} from './processFigures';
export { SEED, hex, isoTime, numberBelow } from './seededValues';
