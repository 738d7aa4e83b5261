export { newestFirst } from './freightByOrigin';
export {
  freightAvailability,
  longestSoakSeconds,
  type Availability,
  type UpstreamGap,
} from './availability';
export {
  autoPromotionCandidate,
  type AutoPromotionCandidate,
} from './autoPromotion';
export type { Obstacle, ObstacleKind } from './obstacle';
export { obstacleSentence } from './obstacleSentence';
export {
  ArrivalProjection,
  type Arrival,
  type PipelinePace,
} from './projectedArrival';
export type { StagePolicy, StageSituation } from './StageSituation';
export { whyNotFurther, type Progress } from './whyNotFurther';
export { nextFreight } from './nextFreight';
export { paceOf } from './paceOf';
