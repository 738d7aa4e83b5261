export {
  LABEL_ANALYSIS_STAGE,
  readAnalysisRun,
  type AnalysisMetric,
  type AnalysisRun,
} from './analysisRun';
export { argoCdReach, type ArgoCdReach } from './argoCdReach';
export {
  readArgoCdApplication,
  readArgoCdAppProject,
  type ArgoCdApplication,
  type ArgoCdAppProject,
} from './argoCd';
export { artifactsSchema, versionOf, type Artifacts } from './artifacts';
export {
  controllerOf,
  controllerState,
  LABEL_CONTROLLER,
  readController,
  type Controller,
  type ControllerState,
} from './controller';
export {
  controllerVersion,
  controlPlaneVersion,
  KARGO_WORKLOAD_SELECTOR,
  readKargoWorkload,
  type KargoWorkload,
} from './kargoWorkload';
export { compareNewestFirst, readFreight, type Freight } from './freight';
export { originKey } from './origin';
export { readProject, type Project } from './project';
export { readPromotion, type Promotion, type PromotionStep } from './promotion';
export {
  ANNOTATION_AGENT,
  ANNOTATION_ON_BEHALF_OF,
  ANNOTATION_REASON,
  ANNOTATION_REQUEST,
  ANNOTATION_REQUESTED_BY,
  type Annotations,
} from './portalAnnotations';
export { readPromotionConfig, type PromotionConfig } from './promotionConfig';
export {
  PROMOTION_PHASES,
  isFinished,
  type PromotionPhase,
} from './promotionPhase';
export { readPromotionRow, type PromotionRow } from './promotionRow';
export { readStage } from './readStage';
export { safeLink } from './safeLink';
export {
  STAGE_HEALTHS,
  type AutoPromotionHold,
  type FreightCollection,
  type FreightReference,
  type FreightRequest,
  type LastPromotion,
  type PromotionWindowStatus,
  type Stage,
  type StageHealth,
} from './stage';
export { stageOfOrigin } from './stageOfOrigin';
export { STAGE_PHASES, type StagePhase } from './stagePhase';
export { finalStages, upstreamFirst } from './stageOrder';
export type { StepOutput } from './stepOutput';
export { isVerificationFinished, type Verification } from './verification';
export { readWarehouse, type Warehouse } from './warehouse';
