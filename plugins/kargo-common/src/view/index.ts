export {
  entityPromotionsSchema,
  projectPromotionsSchema,
  type EntityPromotions,
  type FreightView,
  type ProjectPromotions,
  type PromotionView,
  type StageView,
} from './entityPromotions';
export { promotionHeadline } from './headline';
