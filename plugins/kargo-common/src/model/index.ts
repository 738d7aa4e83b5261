export { readFreight, type Freight } from './freight';
export {
  PROMOTION_PHASES,
  isFinished,
  readPromotion,
  type Promotion,
  type PromotionPhase,
  type PromotionStep,
} from './promotion';
export {
  STAGE_HEALTHS,
  readStage,
  type Stage,
  type StageHealth,
} from './stage';
export { STAGE_PHASES, type StagePhase } from './stagePhase';
export { finalStages, upstreamFirst } from './stageOrder';
