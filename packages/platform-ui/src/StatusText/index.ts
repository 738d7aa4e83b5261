export { StatusText, type StatusTextProps, type Tone } from './StatusText';
