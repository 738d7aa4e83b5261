export { AsyncContent, type AsyncContentProps } from './AsyncContent';
export { loadFailure, type LoadFailure } from './loadFailure';
