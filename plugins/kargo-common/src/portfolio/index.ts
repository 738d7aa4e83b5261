export { DEFAULT_DRIFT_LIMITS, type DriftLimits } from './findings/drift';
export {
  portfolioSchema,
  type Portfolio,
  type PortfolioFacet,
} from './portfolioContract';
export { portfolioHeadline } from './portfolioHeadline';
export {
  portfolioItemSchema,
  type PortfolioItem,
  type StageCounts,
} from './portfolioItem';
export { portfolioItemOf, unknownItemOf } from './portfolioItemOf';
export { portfolioPage } from './portfolioPage';
export type { PortfolioEntity, PortfolioProject } from './PortfolioProject';
export {
  PORTFOLIO_FILTERS,
  PORTFOLIO_SORTS,
  portfolioQuerySchema,
  type PortfolioFilter,
  type PortfolioQuery,
} from './portfolioQuery';
export {
  portfolioSearchParams,
  readPortfolioQuery,
} from './portfolioSearchParams';
export {
  PORTFOLIO_STATES,
  STATES_THAT_NEED_SOMEBODY,
  type PortfolioState,
} from './portfolioState';
export { productionBrief } from './productionBrief';
