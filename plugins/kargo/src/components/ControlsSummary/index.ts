export { ControlsSummary } from './ControlsSummary';
