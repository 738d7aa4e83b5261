export { FindingList } from './FindingList';
export { FindingSummary } from './FindingSummary';
