export {
  MeterBar,
  SeriesKey,
  type MeterBarProps,
  type MeterSegment,
} from './MeterBar';
