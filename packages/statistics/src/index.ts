/**
 * Pure maths with uncertainty: each answer comes with its interval and its sample size, or says "no data".
 *
 * @packageDocumentation
 */
export {
  cumulativeIncidence,
  type CompetingObservation,
  type CumulativeIncidence,
  type IncidencePoint,
} from './cumulativeIncidence';
export type { FollowUp } from './followUp';
export {
  kaplanMeier,
  type Observation,
  type SurvivalCurve,
  type SurvivalPoint,
} from './kaplanMeier';
export type { NoData } from './NoData';
export {
  proportionDifference,
  type DifferenceEstimate,
} from './proportionDifference';
export { shareReached, type ShareReached } from './shareReached';
export { survivalMedian, type MedianEstimate } from './survivalMedian';
export { theilSen, type TrendEstimate, type TrendPoint } from './theilSen';
export { wilsonInterval, type ProportionEstimate } from './wilsonInterval';
