export {
  ACTIVE_USERS,
  activeUsers,
  type ActiveUsers,
  type EligibleUsers,
} from './activeUsers';
export type { ActivityRecord } from './ActivityRecord';
export {
  bypassEpisodes,
  EPISODE_GAP_MS,
  type BypassDetection,
  type BypassEpisode,
  type BypassSeverity,
} from './bypassEpisodes';
export {
  BYPASS_RATE,
  bypassRate,
  type BypassRate,
  type BypassRates,
  type PathChange,
} from './bypassRate';
export {
  COHORT_RETENTION,
  cohortRetention,
  type Cohort,
  type Week,
} from './cohortRetention';
export {
  DEFAULT_DONE_TARGETS,
  DEFINITION_OF_DONE,
  definitionOfDone,
  DONE_CRITERIA,
  type CapabilityFacts,
  type DoneCriterion,
  type DoneCriterionResult,
  type DoneEvidence,
  type DoneState,
  type DoneTargets,
} from './definitionOfDone';
export { MEASURE_DEFINITIONS } from './definitions';
export {
  exceptionRegister,
  type ExceptionFact,
  type ExceptionRecord,
  type ExceptionState,
} from './exceptionRegister';
export {
  EXCEPTION_VOLUME,
  exceptionVolume,
  type ExceptionVolume,
} from './exceptionVolume';
export type { Journey } from './followJourneys';
export { GOLDEN_PATH_COVERAGE, goldenPathCoverage } from './goldenPathCoverage';
export {
  GROWTH_DUEL,
  growthDuel,
  type DuelWeek,
  type GrowthDuel,
} from './growthDuel';
export type { MeasureContext, MeasureSourceState } from './measure';
export type { MeasureDefinition, MeasureSourceKind } from './MeasureDefinition';
export type {
  LeftOut,
  MeasureCoverage,
  MeasureResult,
  MeasureStamp,
  UnknownReason,
} from './MeasureResult';
export { PATH_OF_CHOICE, pathOfChoice } from './pathOfChoice';
export type { PathShare, PathShares } from './PathShares';
export { LEAST_PEOPLE, LEAST_PEOPLE_FOR_COMMENTS } from './privacy';
export {
  SATISFACTION,
  satisfaction,
  type Satisfaction,
  type SurveyInvitation,
} from './satisfaction';
export type { ServiceRecord } from './ServiceRecord';
export { STICKINESS, stickiness, type Stickiness } from './stickiness';
export {
  TIME_TO_MILESTONE,
  timeToMilestone,
  type TimeToMilestone,
  type TimeToMilestoneComparison,
} from './timeToMilestone';
export {
  UNDER_PRESSURE_GAP,
  underPressureGap,
  type Change,
  type PressureWindow,
  type UnderPressureGap,
} from './underPressureGap';
