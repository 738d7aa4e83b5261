export * from './annotations';
export { gpuScopeOf, type GpuScope } from './gpuScope';
export {
  matchesLabels,
  parseLabelSelector,
  type LabelRequirement,
} from './labelSelector';
