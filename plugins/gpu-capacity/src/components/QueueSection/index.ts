export { WaitingText } from './PendingWorkloads';
export { QueueSection } from './QueueSection';
