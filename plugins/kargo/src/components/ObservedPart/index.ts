export { ObservedPart } from './ObservedPart';
