export { BadQuery } from './BadQuery';
export { evaluatePromql } from './evaluate';
export type { Sample, SeriesSource } from './vectors';
