export { usePolledAsync, type AsyncState } from './usePolledAsync';
