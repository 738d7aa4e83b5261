export { SERIES_CLASS, type Series } from './series';
