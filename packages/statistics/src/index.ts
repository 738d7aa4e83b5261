/**
 * Pure maths with uncertainty: each answer comes with its interval and its sample size, or says "no data".
 *
 * @packageDocumentation
 */
export type { FirstOrderDependence } from './firstOrderDependence';
export {
  cumulativeIncidence,
  type CompetingObservation,
  type CumulativeIncidence,
  type IncidencePoint,
} from './cumulativeIncidence';
export type { FollowUp } from './followUp';
export { growthDifference } from './growthDifference';
export {
  growthRate,
  type CountedPeriod,
  type GrowthEstimate,
} from './growthRate';
export {
  kaplanMeier,
  type Observation,
  type SurvivalCurve,
  type SurvivalPoint,
} from './kaplanMeier';
export { logRank, type LogRankGroup, type LogRankTest } from './logRank';
export { netScore, type NetAnswers, type NetScoreEstimate } from './netScore';
export type { NoData } from './NoData';
export {
  percentileInterval,
  type PercentileEstimate,
} from './percentileInterval';
export {
  proportionDifference,
  type DifferenceEstimate,
} from './proportionDifference';
export { rateInterval, type RateEstimate } from './rateInterval';
export {
  rateRatio,
  type CountedEvents,
  type RateRatioEstimate,
} from './rateRatio';
export { shareReached, type ShareReached } from './shareReached';
export { survivalMedian, type MedianEstimate } from './survivalMedian';
export { theilSen, type TrendEstimate, type TrendPoint } from './theilSen';
export { wilsonInterval, type ProportionEstimate } from './wilsonInterval';
