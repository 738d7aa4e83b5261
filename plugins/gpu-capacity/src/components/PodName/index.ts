export { PodName } from './PodName';
