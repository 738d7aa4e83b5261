export { LegacyPromotionsPage } from './LegacyPromotionsPage';
export { PromotionsPages } from './PromotionsPages';
