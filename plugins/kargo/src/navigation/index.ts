export { useCalendarQuery } from './useCalendarQuery';
export { partKey, readPartKey, type Part } from './partKey';
export { usePortfolioQuery } from './usePortfolioQuery';
export { usePromotionsPath } from './usePromotionsPath';
export { useSelect, useSelection } from './useSelection';
