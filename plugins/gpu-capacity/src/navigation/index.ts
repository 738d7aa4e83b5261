export { useCapacityPath } from './useCapacityPath';
