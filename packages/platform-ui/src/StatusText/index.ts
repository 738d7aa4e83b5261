export {
  StatusText,
  type StatusTextProps,
  type StatusWording,
  type Tone,
} from './StatusText';
