export { commitCompareUrl } from './commitCompareUrl';
export {
  compareArtifacts,
  comparisonSummary,
  type CompareUrl,
} from './compareArtifacts';
export {
  freightComparisonSchema,
  type ArtifactChange,
  type FreightComparison,
} from './freightComparison';
