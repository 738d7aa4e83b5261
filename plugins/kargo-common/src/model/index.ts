export { readFreight, type Freight } from './freight';
export {
  ANNOTATION_AGENT,
  ANNOTATION_ON_BEHALF_OF,
  ANNOTATION_REASON,
  ANNOTATION_REQUEST,
  ANNOTATION_REQUESTED_BY,
  type Annotations,
} from './portalAnnotations';
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
