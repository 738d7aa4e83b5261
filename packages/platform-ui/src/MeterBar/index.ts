export { MeterBar, type MeterBarProps, type MeterSegment } from './MeterBar';
