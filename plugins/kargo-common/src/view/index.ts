export {
  entityPromotionsSchema,
  projectPromotionsSchema,
  writeEntityPromotions,
  type ControllerView,
  type EntityPromotions,
  type ProjectPromotions,
  type WarehouseView,
} from './entityPromotions';
export { diagnosisViewSchema, type DiagnosisView } from './diagnosisView';
export { diagnosisViewOf } from './diagnosisViewOf';
export { pipelineProblems } from './pipelineProblems';
export { explainStage, freightToExplain } from './explainStage';
export type { FreightView } from './freightView';
export { promotionHeadline } from './headline';
export {
  kargoClosedWindow,
  ProjectState,
  type ClosedWindow,
  type ProjectStateOptions,
} from './ProjectState';
export {
  promotionDetailSchema,
  type PromotionDetail,
  type PromotionView,
  type StepView,
} from './promotionView';
export { rollbackViewSchema, type RollbackView } from './rollbackView';
export {
  stageDetailSchema,
  type StageControlsView,
  type StageDetail,
  type VerificationView,
} from './stageDetail';
export { stageViewOf } from './stageViewOf';
export type { NextView, Reason, StageView } from './stageView';
