export { PromotionsContent } from './PromotionsContent';
