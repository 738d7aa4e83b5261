import { PROPOSAL_PRECISION } from '../triage/proposalPrecision';
import { ACTIVE_USERS } from './activeUsers';
import { BYPASS_RATE } from './bypassRate';
import { COHORT_RETENTION } from './cohortRetention';
import { DEFINITION_OF_DONE } from './definitionOfDone';
import { EXCEPTION_VOLUME } from './exceptionVolume';
import { GOLDEN_PATH_COVERAGE } from './goldenPathCoverage';
import { GROWTH_DUEL } from './growthDuel';
import type { MeasureDefinition } from './MeasureDefinition';
import { PATH_OF_CHOICE } from './pathOfChoice';
import { SATISFACTION } from './satisfaction';
import { STICKINESS } from './stickiness';
import { TIME_TO_MILESTONE } from './timeToMilestone';
import { UNDER_PRESSURE_GAP } from './underPressureGap';

/**
 * What each number means, in the order in which people ask.
 *
 * @public
 */
export const MEASURE_DEFINITIONS: readonly MeasureDefinition[] = [
  GOLDEN_PATH_COVERAGE,
  PATH_OF_CHOICE,
  STICKINESS,
  ACTIVE_USERS,
  COHORT_RETENTION,
  TIME_TO_MILESTONE,
  SATISFACTION,
  BYPASS_RATE,
  GROWTH_DUEL,
  UNDER_PRESSURE_GAP,
  EXCEPTION_VOLUME,
  DEFINITION_OF_DONE,
  PROPOSAL_PRECISION,
];
