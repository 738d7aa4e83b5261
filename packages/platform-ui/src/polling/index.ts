export { useLastAnswer } from './useLastAnswer';
export { usePolledAsync, type AsyncState } from './usePolledAsync';
