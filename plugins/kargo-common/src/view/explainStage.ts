import type { Freight } from '../model/freight';
import type { Promotion } from '../model/promotion';
import type { Stage } from '../model/stage';
import { nextFreight } from '../pipeline/nextFreight';
import type { StagePolicy } from '../pipeline/StageSituation';
import { explanationSentence } from './explanationSentence';
import { progressOf } from './nextView';
import type { ProjectState } from './ProjectState';
import { reasonOf } from './reasonOf';
import type { StageDetail } from './stageDetail';

/**
 * Why freight is not in a stage, with every reason.
 *
 * @param running - its promotion with the steps, where it runs and was read
 * @param policy - what the portal asks for beside Kargo
 *
 * @public
 */
export function explainStage(
  stage: Stage,
  freight: Freight,
  state: ProjectState,
  running?: Promotion,
  policy?: StagePolicy,
): StageDetail['explanations'][number] {
  const progress = progressOf(stage, freight, state, running, policy);
  const arrival = state.arrivalOf(freight, stage);
  const obstacles = progress.status === 'arrived' ? [] : progress.obstacles;
  const explanation = {
    freight: freight.name,
    version: freight.version,
    status: progress.status,
    promotion: progress.status === 'promoting' ? progress.promotion : undefined,
    byItself: progress.status === 'ready' && progress.byItself,
    reasons: obstacles.map(obstacle => reasonOf(obstacle, state.at)),
    notBefore: arrival.status === 'expected' ? arrival.notBefore : undefined,
    byHand: arrival.status === 'expected' ? [...arrival.byHand] : [],
    unknownDurations:
      arrival.status === 'expected' ? [...arrival.unknownDurations] : [],
  };
  return {
    ...explanation,
    sentence: explanationSentence(stage.name, explanation, state.at),
  };
}

/**
 * The freight to explain for a stage: what comes next.
 *
 * @public
 */
export function freightToExplain(
  stage: Stage,
  state: ProjectState,
): Freight | undefined {
  return nextFreight(stage, {
    freight: state.freight,
    promotions: state.promotionsOf(stage.name) ?? [],
    at: state.at,
  });
}
